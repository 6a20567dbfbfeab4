import { type Column, csvTable } from '../text/csv.js';
import { escapeControls } from '../text/escape-controls.js';

export type { Column } from '../text/csv.js';

/** A table of what a dump says: no cell is a formula, and what steers a terminal, and what UTF-8 cannot hold, is written as in the tables for people. */
export function csvPieces<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  { header = true }: { readonly header?: boolean } = {},
): Generator<string> {
  const visible = columns.map(([name, cell]) => [name, (row: Row) => harmless(cell(row))] as const);
  return csvTable(visible, rows, { escapeFormulas: true, header });
}

function harmless<T>(value: T): T | string {
  return typeof value === 'string' ? value.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, escapeControls) : value;
}
