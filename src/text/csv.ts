import { stringify } from 'csv-stringify/sync';

/** One column: its name, and the function that gives its cell for a row. */
export type CsvColumn<Row> = readonly [name: string, cell: (row: Row) => string | number | boolean | null];

/** Number of rows that are written at once. */
const BATCH = 1_000;

/**
 * Writes a table by RFC 4180 with line feeds, in pieces, with a header unless `header` is false. With
 * `escapeFormulas`, a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function* csvTable<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  { escapeFormulas = false, header = true }: { readonly escapeFormulas?: boolean; readonly header?: boolean } = {},
): Generator<string> {
  const write = (batch: unknown[][]): string =>
    stringify(batch, { escape_formulas: escapeFormulas, cast: { boolean: String } });
  let batch: unknown[][] = header ? [columns.map(([name]) => name)] : [];
  for (const row of rows) {
    batch.push(columns.map(([, cell]) => cell(row)));
    if (batch.length < BATCH) continue;
    yield write(batch);
    batch = [];
  }
  if (batch.length > 0) yield write(batch);
}
