/** Recognises tables that hold no posts, and explains what to do. */

import { TrendAuditError } from '../errors.js';
import { TimeReader } from '../time/parse-time.js';
import { columnValues, type ColumnValues, timesOf } from './candidates/column-values.js';
import { likelyText } from './candidates/text-column.js';
import { type ColumnMapping, isEnoughForPosts } from './column-mapping.js';
import { normalizeColumnName } from './column-name.js';
import type { FieldIndices } from './fields.js';
import { readId } from './ids.js';
import { preview } from './row-counts.js';

/** Column names that only profiles have; in posts, data about the author has a prefix. */
const OF_PROFILES: ReadonlySet<string> = new Set(
  [
    'followers_count',
    'friends_count',
    'following_count',
    'statuses_count',
    'listed_count',
    'favourites_count',
    'tweet_count',
    'followers',
    'following',
    'friends',
    'statuses',
    'description',
    'bio',
    'default_profile',
    'default_profile_image',
    'protected',
    'geo_enabled',
    'profile_image_url',
    'public_metrics.followers_count',
  ].map(normalizeColumnName),
);
/** Columns of profiles with a text that is not the text of a post in this table. */
const OF_LAST_POST: ReadonlySet<string> = new Set(
  ['status', 'description', 'bio', 'statustext'].map(normalizeColumnName),
);

interface Table {
  readonly plan: ColumnMapping;
  readonly places: FieldIndices;
  /** The column names as written in the file. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The error that names the content of a table without posts; undefined if it may hold posts. */
export function notPostsError({ plan, places, header, rows }: Table, file: string): TrendAuditError | undefined {
  const { mapped } = plan;
  if (mapped.size > 0) return undefined;
  const hasAccount = (places.account ?? places.handle ?? places.name ?? places.url) !== undefined;
  const text = places.text === undefined ? '' : normalizeColumnName(plan.header[places.text[0] ?? -1] ?? '');
  if (
    header.filter((name) => OF_PROFILES.has(normalizeColumnName(name))).length >= 2 &&
    (places.text === undefined || OF_LAST_POST.has(text)) &&
    !hasOwnTexts(header, rows)
  )
    return new TrendAuditError('not-posts', 'holds user profiles, not posts', {
      file,
      hint: 'give it with --users, beside the dump that has the posts',
    });
  const areWhole = header.length >= 3 && haveRowsInOneCell(header.length, rows);
  if (areWhole || (header.length === 1 && [header, ...rows.slice(0, 3)].some(([cell = '']) => isEnoughInOneCell(cell))))
    return new TrendAuditError('not-posts', 'has each row whole in one cell, with quotes around it', {
      file,
      hint:
        'split the cells at their commas (in a spreadsheet: Text to Columns), or take the outer quotes ' +
        'away and write " for ""',
    });
  if (places.time !== undefined && places.text !== undefined && hasAccount) return undefined;
  const ids = longIds(header, rows);
  if (ids !== '' && places.text === undefined && places.time === undefined && !hasAccount)
    return new TrendAuditError('not-posts', `holds ids of posts (${ids}) and not the posts themselves`, {
      file,
      hint: 'hydrate them first, as with twarc2 hydrate ids.txt posts.jsonl, and give what that writes',
      unquoted: { message: 'holds ids of posts and not the posts themselves' },
    });
  if (places.text !== undefined && places.time === undefined && !hasAccount && !isData(header))
    return new TrendAuditError(
      'not-posts',
      `holds texts without who posted them and when: its columns are ${header.slice(0, 20).map(preview).join(', ')}`,
      {
        file,
        hint: 'a set of labelled texts cannot be judged: give the dump that it was made from, with account and time',
        unquoted: { message: 'holds texts without who posted them and when' },
      },
    );
  return undefined;
}

/** Whether most rows below a header are one cell that could be split into the header's number of cells. */
function haveRowsInOneCell(width: number, rows: readonly (readonly string[])[]): boolean {
  const some = rows.slice(0, 200);
  const whole = some.filter(
    ([cell = '', ...others]) =>
      others.length === 0 && [',', ';', '\t', '|'].some((sign) => cell.split(sign).length >= width),
  );
  return whole.length * 2 > some.length;
}

/** Whether a single cell contains the header of a table of posts. */
function isEnoughInOneCell(cell: string): boolean {
  return [',', ';', '\t', '|'].some((delimiter) => {
    const names = cell.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return names.length >= 3 && isEnoughForPosts(names);
  });
}

/**
 * Whether there are texts in a column that profiles do not have: such a table holds posts with much data about their
 * authors, and the text column has an unknown name.
 */
function hasOwnTexts(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return header.some((name, at) => {
    const key = normalizeColumnName(name);
    if (OF_PROFILES.has(key) || OF_LAST_POST.has(key) || /name|location|url|image|place|lang|entit/i.test(name))
      return false;
    const column = columnValues(rows.slice(0, 500), at, name);
    return likelyText([column]) !== undefined && !timesOf(column);
  });
}

/** A long id, if a table has almost nothing but ids; else ''. */
function longIds(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (header.length > 3) return '';
  const cells = [header, ...rows.slice(0, 200)].map((row) => row.map((cell) => readId(cell.trim())));
  for (let at = 0; at < header.length; at++) {
    const ids = cells.map((row) => row[at] ?? '').filter((cell) => /^\d{15,20}$/.test(cell));
    if (ids.length > 0 && ids.length >= 0.8 * (cells.length - 1)) return ids[0] ?? '';
  }
  return '';
}

/** The names of unused columns whose values look like texts and accounts. */
export function likelyColumns(
  { header, places }: { readonly header: readonly string[]; readonly places: FieldIndices },
  rows: readonly (readonly string[])[],
): { text?: string; account?: string } {
  const used = new Set(Object.values(places).flat());
  const columns = header
    .map((name, at) => columnValues(rows.slice(0, 500), at, name))
    .filter(({ at, name }) => name !== '' && !used.has(at) && !OF_PROFILES.has(normalizeColumnName(name)));
  const text = places.text ? undefined : likelyText(columns);
  const account = columns.find(
    (column) =>
      column !== text &&
      column.distinct < column.filled &&
      areAccounts(column) &&
      !/mention|repl[iy]|target|(?:^|[^a-z])to(?:[^a-z]|$)/i.test(column.name),
  );
  return { ...(text ? { text: text.name } : {}), ...(account ? { account: account.name } : {}) };
}

/** Whether a supposed header is a row of data: it contains a time, an id, an address or a whole text. */
export function isData(header: readonly string[]): boolean {
  const reader = new TimeReader('month-first', (wallClock) => wallClock);
  return header.some(
    (cell) =>
      /^\d{15,20}$/.test(cell) ||
      (!/^\d{1,13}$/.test(cell) && reader.read(cell) !== undefined) ||
      /^https?:\/\//.test(cell) ||
      (cell.length > 40 && /\s\S+\s/.test(cell)),
  );
}

/** The error for a table without a header row, with the numbers of the columns that seem to hold the needed fields. */
export function noHeaderError(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  file: string,
): TrendAuditError {
  const all = [header, ...rows.slice(0, 500)];
  const columns = header.map((_, at) => columnValues(all, at, String(at + 1)));
  const time = columns.find((column) => {
    const times = timesOf(column);
    return times !== undefined && !times.numeric;
  });
  const text = likelyText(columns.filter((column) => column !== time));
  const account = columns.find((column) => column !== time && column !== text && areAccounts(column));
  return new TrendAuditError(
    'not-posts',
    `has no header row: its first line is ${preview(header.filter((cell) => cell !== '').join(', '))}`,
    {
      file,
      line: 1,
      hint:
        `number the columns, the first is 1: ${argument('account', account)} ${argument('time', time)} ` +
        `${argument('text', text)}`,
      unquoted: { message: 'has no header row' },
    },
  );
}

function argument(field: string, column: ColumnValues | undefined): string {
  return `--map ${field}=${column?.name ?? 'NUMBER'}`;
}

/** Whether the cells are words without spaces, like handles. */
function areAccounts({ cells, filled, distinct }: ColumnValues): boolean {
  const words = cells.filter((cell) => /^@?[\w.]{2,40}$/.test(cell) && /[a-z]/i.test(cell));
  return filled > 0 && distinct > 1 && words.length > 0.9 * filled;
}
