/** Tables whose texts stand last and hold what parts cells, without quotes: `1,ann,2021-05-14,Come, all of you`. */

import { TimeReader } from '../time/parse-time.js';
import { mapColumns } from './column-mapping.js';
import type { Row } from './row.js';

/** Of the rows that are too wide, those that must fit once their text is put together. */
const MOST = 0.9;

/**
 * Whether what rows have beyond the header belongs to their last cell: nothing is quoted, the last column holds the
 * texts, and in rows that are too wide time and account stand where the header has them. Where all such rows are of
 * one width, they may as well have a cell that the header does not name: then they are texts only where several words
 * stand before the sign and a space behind it, as people write.
 */
export function overflows(header: readonly string[], rows: readonly Row[], delimiter: string): boolean {
  const { places } = mapColumns(header, {}, '');
  const last = header.length - 1;
  const [time, account] = [places.time?.[0], (places.handle ?? places.account)?.[0]];
  if (places.text?.[0] !== last || time === undefined || account === undefined || last < 2) return false;
  const wide = rows.filter(({ cells }) => cells.length > header.length);
  // Rows that are all alike have a column that the header does not name.
  if (new Set(rows.map(({ cells }) => cells.length)).size < 2) return false;
  if (wide.length === 0 || rows.some(({ cells }) => cells.some((cell) => cell.includes(delimiter)))) return false;
  const isOneWidth = new Set(wide.map(({ cells }) => cells.length)).size < 2;
  const isWritten = (cells: readonly string[]): boolean =>
    /\S\s+\S/.test(cells[last] ?? '') && cells.slice(last + 1).every((cell) => /^ \S/.test(cell));
  const reader = new TimeReader('month-first', (wallClock) => wallClock);
  const dayFirst = new TimeReader('day-first', (wallClock) => wallClock);
  const fitting = wide.filter(
    ({ cells }) =>
      (reader.read(cells[time] ?? '') ?? dayFirst.read(cells[time] ?? '')) !== undefined &&
      /^\s*\S+\s*$/.test(cells[account] ?? '') &&
      cells.slice(last + 1).some((cell) => cell !== '') &&
      (!isOneWidth || isWritten(cells)),
  );
  return fitting.length >= MOST * wide.length;
}

/** The cells of a row, what is beyond the last put to it as it was written. */
export function withWholeText(cells: readonly string[], width: number, delimiter: string): readonly string[] {
  if (cells.length <= width) return cells;
  // Some programs put a backslash before it.
  const text = cells
    .slice(width - 1)
    .join(delimiter)
    .replaceAll(`\\${delimiter}`, delimiter);
  return [...cells.slice(0, width - 1), text];
}
