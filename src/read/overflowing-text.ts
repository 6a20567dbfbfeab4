/** Tables whose last column is an unquoted text that may contain the delimiter: `1,ann,2021-05-14,Come, all of you`. */

import { TimeReader } from '../time/parse-time.js';
import { mapColumns } from './column-mapping.js';
import type { Row } from './row.js';

/** The share of too wide rows that must fit once their text is joined. */
const MOST = 0.9;

/**
 * Whether extra cells of rows belong to the last cell: nothing is quoted, the last column holds the texts, and in too
 * wide rows the time and the account are in their columns. If all such rows have the same width, they may instead
 * have a column without a name. Then the extra cells count as text only if several words come before each delimiter
 * and a space after it, as people write.
 */
export function overflows(header: readonly string[], rows: readonly Row[], delimiter: string): boolean {
  const { places } = mapColumns(header, {}, '');
  const last = header.length - 1;
  const [time, account] = [places.time?.[0], (places.handle ?? places.account)?.[0]];
  if (places.text?.[0] !== last || time === undefined || account === undefined || last < 2) return false;
  const wide = rows.filter(({ cells }) => cells.length > header.length);
  // Rows of equal width have a column that the header does not name.
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

/** The cells of a row, with all cells beyond the last column joined to it as they were written. */
export function withWholeText(cells: readonly string[], width: number, delimiter: string): readonly string[] {
  if (cells.length <= width) return cells;
  // Some programs escape the delimiter with a backslash.
  const text = cells
    .slice(width - 1)
    .join(delimiter)
    .replaceAll(`\\${delimiter}`, delimiter);
  return [...cells.slice(0, width - 1), text];
}
