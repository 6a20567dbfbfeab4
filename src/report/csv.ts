import { stringify } from 'csv-stringify/sync';
import { escapeControls } from '../text/escape-controls.js';

/** One column: its name, and what stands in it. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => string | number | boolean | null];

/** Rows that are written at a time. */
const BATCH = 1_000;

/**
 * A table by RFC 4180 with line feeds, a header first, in pieces. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe; what steers a terminal, and what UTF-8 cannot hold, is written as in the tables for people.
 */
export function* csvPieces<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  let batch: unknown[][] = [columns.map(([name]) => name)];
  for (const row of rows) {
    batch.push(columns.map(([, cell]) => harmless(cell(row))));
    if (batch.length < BATCH) continue;
    yield written(batch);
    batch = [];
  }
  if (batch.length > 0) yield written(batch);
}

function harmless<T>(value: T): T | string {
  return typeof value === 'string' ? value.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, escapeControls) : value;
}

function written(batch: readonly unknown[][]): string {
  return stringify([...batch], { escape_formulas: true, cast: { boolean: String } });
}
