import { type CsvColumn, csvTable } from '../text/csv.js';
import { escapeSteering } from '../text/escape-controls.js';

export interface CsvOptions {
  /** To the letter, for programs: nothing made visible, and no apostrophe before a formula. */
  readonly raw?: boolean;
}

/**
 * A table of what a dump says: no cell is a formula, and what steers a terminal, a reader or a CI runner is written as
 * in the tables for people.
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
