import { type CsvColumn, csvTable } from '../text/csv.js';
import { escapeSteering } from '../text/escape-controls.js';

export interface CsvOptions {
  /** Exact values, for programs: hidden characters are not made visible, and formulas get no apostrophe. */
  readonly raw?: boolean;
}

/**
 * A table of values from a dump. Unless `raw` is set, no cell is a formula, and characters that control a terminal, a
 * reader or a CI runner are escaped as in the tables for people.
 */
export function csvPieces<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  { header = true, raw = false }: CsvOptions & { readonly header?: boolean } = {},
): Generator<string> {
  if (raw) return csvTable(columns, rows, { header });
  const visible = columns.map(([name, cell]) => [name, (row: Row) => harmless(cell(row))] as const);
  return csvTable(visible, rows, { escapeFormulas: true, header });
}

function harmless<T>(value: T): T | string {
  return typeof value === 'string' ? escapeSteering(value) : value;
}
