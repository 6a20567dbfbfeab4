import type { ColumnMap } from '../documents/options.js';
import { toUtcOf, zoneInName } from '../time/zone-names.js';
import { isEnough, isKnownColumnName, mapColumns } from './column-mapping.js';
import { generic } from './formats/generic.js';
import { mappedColumns } from './mapped-columns.js';
import { preview } from './row-counts.js';
import type { Row } from './row.js';

/** Whether a row can be the header of a table of posts. */
export type HeaderPredicate = (cells: readonly string[]) => boolean;

/**
 * The number of rows in which a header is searched: exports of monitoring services have a title of about 12 lines
 * above it.
 */
export const HEADER_SEARCH_ROWS = 20;

/**
 * Makes a test for headers: a row is the header if a known format has it, or if it names a time, a text and an
 * account. With `map`, also if it has all the columns named there.
 */
export function headerPredicate(map: ColumnMap): HeaderPredicate {
  const wanted = mappedColumns(map);
  return (cells) => {
    if (cells.length < 2) return false;
    const header = cells.map((cell) => cell.trim());
    if (wanted.length > 0 && wanted.every((column) => header.includes(column))) return true;
    if (!header.some(isKnownColumnName)) return false;
    const plan = mapColumns(header, {}, '');
    return plan.format !== generic || isEnough(plan);
  };
}

/**
 * The index of the header among the first rows. If none is recognised, the first row below a title that is much
 * narrower than the table.
 */
export function findHeader(rows: readonly Row[], isHeader: HeaderPredicate): number {
  const first = rows.slice(0, HEADER_SEARCH_ROWS);
  const found = first.findIndex(({ cells }) => isHeader(cells));
  if (found >= 0) return found;
  if (filled(first[0]) > 2) return 0;
  const width = Math.max(...rows.slice(0, 2 * HEADER_SEARCH_ROWS).map(filled));
  return Math.max(
    0,
    first.findIndex((row) => filled(row) >= 3 && filled(row) * 2 > width),
  );
}

/**
 * Whether a row is a repeated header, as in concatenated files; the byte order mark of the next file may come before
 * it.
 */
export function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  // The last cell is enough to exclude most rows.
  if (cells.length !== header.length || cells.at(-1)?.trim() !== header.at(-1)) return false;
  return cells.every(
    (cell, at) => (at === 0 ? cell.trim().replace(/^(["'])(.*)\1$/s, '$2') : cell.trim()) === header[at],
  );
}

/**
 * Whether a row is the header with its columns in another order: the rows below it would be read from the wrong
 * columns.
 */
export function reordersHeader(cells: readonly string[], header: readonly string[]): boolean {
  if (cells.length !== header.length) return false;
  const [mine, its] = [cells, header].map((row) => row.map((cell) => cell.trim()).sort());
  return its !== undefined && mine?.every((name, at) => name === its[at]) === true;
}

/** The number of non-blank cells in a row. */
export function filled(row: Row | undefined): number {
  return row?.cells.filter((cell) => cell.trim() !== '').length ?? 0;
}

/** Notes on the rows above the header. */
export function titleNotes(rows: readonly Row[]): string[] {
  const titles = rows.filter(({ cells }) => !/^sep=/i.test(cells[0] ?? ''));
  const [first] = titles;
  if (first === undefined) return [];
  const text = preview(first.cells.filter((cell) => cell.trim() !== '').join(' '));
  return [
    titles.length === 1
      ? `One line above the header is not a post: ${text}.`
      : `${titles.length} lines above the header are not posts: ${text}, ….`,
  ];
}

const OF_ZONE =
  /^\s*(?:time\s?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria|huso horario|fuso horário|fuso orario|saat dilimi|часовой пояс|时区|時區|タイムゾーン|시간대)\s*(?:[:：=]|$)\s*/i;

/** The time zone that a line above the header gives, in the cell with its name or the next: `Time zone: Europe/Paris`. */
export function titleZone(rows: readonly Row[]): string | undefined {
  for (const { cells } of rows) {
    const at = cells.findIndex((cell) => OF_ZONE.test(cell));
    if (at < 0) continue;
    const stated = ((cells[at] ?? '').replace(OF_ZONE, '') || (cells[at + 1] ?? '')).trim();
    const zone = toUtcOf(stated) ? stated : (stated.split(/[\s()]+/).find(isPlace) ?? zoneInName(` ${stated}`));
    if (stated !== '' && zone !== undefined) return zone;
  }
  return undefined;
}

/** Whether a word is a name such as Europe/Paris. */
function isPlace(word: string): boolean {
  return word.includes('/') && toUtcOf(word) !== undefined;
}

/**
 * Whether each row begins with a row name that has no column in the header, as R writes tables: nearly all rows are
 * one cell wider, no name occurs twice, and the extra cell is not an empty last one (a comma at the end of each
 * line).
 */
export function haveRowNames(header: readonly string[], rows: readonly Row[]): boolean {
  const wider = rows.filter(({ cells }) => cells.length === header.length + 1);
  if (wider.length < 0.9 * rows.length || wider.length < 2) return false;
  const names = new Set(wider.map(({ cells }) => cells[0]));
  return names.size === wider.length && !names.has('') && wider.some(({ cells }) => cells.at(-1) !== '');
}
