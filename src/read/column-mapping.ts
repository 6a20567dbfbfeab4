import type { ColumnMap } from '../documents/options.js';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { suggest } from '../text/suggest.js';
import { normalizeColumnName } from './column-name.js';
import { FIELDS, isField, LIST_FIELDS, type Field, type FieldIndices } from './fields.js';
import type { DumpFormat } from './formats/format.js';
import { generic } from './formats/generic.js';
import { DUMP_FORMATS } from './formats/index.js';
import { JSON_FORMATS } from './formats/json/index.js';
import type { JsonFormat } from './formats/json/json-format.js';

export interface ColumnMapping {
  readonly format: DumpFormat;
  readonly header: readonly string[];
  /** The columns of each field. If a field that is not a list has several, the first filled cell is used. */
  readonly places: FieldIndices;
  /** All columns that may hold a field by their name, the surest first. */
  readonly candidates: FieldIndices;
  /** Fields whose column the user named: these are never changed. */
  readonly mapped: ReadonlySet<Field>;
  /** The names of object columns that the user gave by number: these must be the same in every file. */
  readonly objectNames: ReadonlyMap<number, string>;
  /** Whether the cells also contain the names of the objects, as in posts passed in by a program. */
  readonly objectsInPairs?: boolean;
}

/** Chooses the most specific format that fits a header, and its columns; `map` takes precedence over any guess. */
export function mapColumns(header: readonly string[], map: ColumnMap, file: string): ColumnMapping {
  const index = indexNames(header);
  const [format = generic] = [
    ...DUMP_FORMATS.filter((each) => normalizedNames(each).recognisedBy.every((name) => index.has(name))),
    ...formatsOfPaths(header),
  ].sort((a, b) => b.recognisedBy.length - a.recognisedBy.length);
  const taken = new Set<number>();
  const places: FieldIndices = {};
  const candidates: FieldIndices = {};
  const { mapped, objectNames } = resolveMap(map, header, index, file);
  for (const [field, columns] of mapped) {
    if (columns.length === 0) continue;
    places[field] = columns;
    for (const at of columns) taken.add(at);
  }
  const nested = isJsonFormat(format);
  const paths = nested ? header.map(pathOfColumn) : [];
  for (const [name, names] of normalizedNames(format).columns) {
    if (mapped.has(name)) continue;
    const named: number[] = [];
    if (nested) for (const column of [format.columns[name] ?? []].flat()) named.push(...placesOf(column, paths));
    else
      for (const column of names) {
        const own = index.get(column);
        if (own) named.push(...own);
        const inPath = format === generic ? index.get(column + IN_PATH) : undefined;
        if (inPath) named.push(...inPath);
      }
    if (named.length === 0) continue;
    const distinct = [...new Set(named)].filter((at) => !(format === generic && isMapped(mapped, at)));
    if (distinct.length > 0) candidates[name] = distinct;
    const found = distinct.filter((at) => format !== generic || !taken.has(at));
    if (found.length === 0) continue;
    places[name] =
      LIST_FIELDS.has(name) || nested || format.stacked?.includes(name) === true ? found : found.slice(0, 1);
    for (const at of places[name] ?? []) taken.add(at);
  }
  // The description is the text of a video if the table has a video or post id; otherwise it may describe an account.
  const about = index.get('description')?.[0];
  if (
    format === generic &&
    !places.text &&
    !mapped.has('text') &&
    about !== undefined &&
    OF_POSTS.some((name) => index.has(name))
  )
    places.text = candidates.text = [about];
  return { format, header, places, candidates, mapped: new Set(mapped.keys()), objectNames };
}

function placesOf(path: string, paths: readonly string[]): number[] {
  return paths.flatMap((each, at) => (each === path ? [at] : []));
}

/** The normalized names of a format, cached because every row at the beginning of a file may be its header. */
interface NormalizedNames {
  readonly recognisedBy: readonly string[];
  readonly columns: readonly (readonly [Field, readonly string[]])[];
}

const NORMALIZED = new WeakMap<DumpFormat, NormalizedNames>();

function normalizedNames(format: DumpFormat): NormalizedNames {
  let names = NORMALIZED.get(format);
  if (!names) NORMALIZED.set(format, (names = normalize(format)));
  return names;
}

function normalize({ recognisedBy, columns }: DumpFormat): NormalizedNames {
  const own = Object.entries(columns).flatMap(([field, listed]): [Field, string[]][] =>
    isField(field) ? [[field, [listed].flat().map(normalizeColumnName)]] : [],
  );
  const ownNames = new Set(own.flatMap(([, names]) => names));
  return {
    recognisedBy: recognisedBy.map(normalizeColumnName),
    columns: own.map(([field, names]) => {
      const within = names.flatMap((column) => (WITHIN[field] ?? []).map((key) => column + normalizeColumnName(key)));
      // The id in the object `retweeted_status` would have the same name as the column `retweeted_status_id`, which
      // belongs to another field.
      return [field, [...names, ...within.filter((name) => !ownNames.has(name))]];
    }),
  };
}

/** Names of columns that hold ids of posts only. */
const OF_POSTS = ['postid', 'videoid', 'pinid', 'awemeid', 'shortcode'];

/** Whether some format has a column with this name: a row without any such name needs no further checks. */
export function isKnownColumnName(name: string): boolean {
  KNOWN ??= new Set(
    [generic, ...DUMP_FORMATS, ...JSON_FORMATS].flatMap((format) => {
      const { recognisedBy, columns } = normalizedNames(format);
      return [...recognisedBy, ...columns.flatMap(([, names]) => names)];
    }),
  );
  return (
    KNOWN.has(normalizeColumnName(name)) || (name.includes('/') && KNOWN.has(normalizeColumnName(pathOfColumn(name))))
  );
}

let KNOWN: Set<string> | undefined;

/** The keys that hold a field within an object printed in a cell, the surest first. */
const WITHIN: Readonly<Partial<Record<Field, readonly string[]>>> = {
  id: ['$oid', '$numberLong'],
  time: ['$date', '$date.$numberLong'],
  text: ['full_text', 'text', 'rawContent', 'content'],
  account: ['id_str', 'id', 'user_id', 'uid', 'pk'],
  handle: ['screen_name', 'username', 'userName', 'handle', 'acct', 'account', 'unique_id'],
  name: ['name', 'displayname', 'displayName'],
  retweeted_id: ['id_str', 'id', 'url'],
  retweeted_handle: ['screen_name', 'username'],
  quoted_id: ['id_str', 'id', 'url'],
  replied_id: ['id_str', 'id'],
  replied_to: ['screen_name', 'username', 'id'],
  hashtags: ['text', 'tag', 'name', 'hashtagName', 'title'],
  links: ['expanded_url', 'expandedURL', 'url'],
  retweet: ['id_str', 'id'],
};

function isMapped(mapped: ReadonlyMap<Field, readonly number[]>, at: number): boolean {
  return [...mapped.values()].some((columns) => columns.includes(at));
}

/** Added to the name of a column with `/` between path steps, to mark it as a path. */
const IN_PATH = ' in path';

/** The positions of each name; several columns may have the same name. */
function indexNames(header: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  header.forEach((name, at) => {
    // A name from a path must not match a name of another format: `author/id` is not the `author_id` of twarc.
    for (const each of name.includes('/') ? [name, pathOfColumn(name)] : [name]) {
      const key = normalizeColumnName(each) + (each === name ? '' : IN_PATH);
      if (key === '') continue;
      const known = index.get(key);
      if (known) known.push(at);
      else index.set(key, [at]);
    }
  });
  return index;
}

/** Converts a flattened name to its path, without list positions: `entities/hashtags/0/text`. */
function pathOfColumn(name: string): string {
  return name
    .split(/[/.]/)
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

/** The JSON formats whose key paths are the column names of a table. */
function formatsOfPaths(header: readonly string[]): JsonFormat[] {
  if (!header.some((name) => /[/.]/.test(name))) return [];
  const paths = new Set(header.map(pathOfColumn));
  return JSON_FORMATS.filter(
    ({ recognisedBy, within }) =>
      within === undefined &&
      recognisedBy.some((path) => path.includes('.')) &&
      recognisedBy.every((path) => paths.has(path)),
  );
}

function isJsonFormat(format: DumpFormat): boolean {
  return JSON_FORMATS.some((each) => each === format);
}

/** The columns of each field in `--map`; `--map field=` without a column means that no column holds the field. */
function resolveMap(
  map: ColumnMap,
  header: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
  file: string,
): { readonly mapped: Map<Field, readonly number[]>; readonly objectNames: Map<number, string> } {
  const mapped = new Map<Field, readonly number[]>();
  const objectNames = new Map<number, string>();
  for (const [field, columns] of Object.entries(map)) {
    const named = [columns].flat();
    if (!isField(field)) {
      const near = suggest(field, Object.keys(FIELDS));
      throw new TrendAuditError('usage', `--map: there is no field “${escapeControls(field)}”`, {
        hint:
          near === undefined
            ? `fields are ${Object.keys(FIELDS).join(', ')}`
            : `did you mean --map ${mapArgument(near, named[0] === '' ? undefined : named[0])}?`,
      });
    }
    const places = named.filter((column) => column !== '').map((column) => placeOf(field, column, header, index, file));
    if (field === 'object')
      for (const { at, name } of places) objectNames.set(at, /^\d+$/.test(name) ? `column ${name}` : name);
    mapped.set(field, [...new Set(places.map(({ at }) => at))]);
  }
  return { mapped, objectNames };
}

/** The position and the name of the column that was given for a field, by its name or else by its number. */
function placeOf(
  field: Field,
  column: string,
  header: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
  file: string,
): { readonly at: number; readonly name: string } {
  const exact = header.indexOf(column);
  const named = exact >= 0 ? exact : index.get(normalizeColumnName(column))?.[0];
  if (named !== undefined) return { at: named, name: column };
  const numbered = positionOf(column, header);
  if (numbered !== undefined) return { at: numbered, name: header[numbered] ?? column };
  const near = suggest(column, header);
  throw new TrendAuditError('usage', `--map ${field}: there is no column “${escapeControls(column)}”`, {
    file,
    hint:
      near === undefined ? `its columns are ${listColumns(header)}` : `did you mean --map ${mapArgument(field, near)}?`,
    unquoted: { hint: SEE_COLUMNS },
  });
}

/** The position of a column given by number: `2` is the second column. */
function positionOf(column: string, header: readonly string[]): number | undefined {
  const position = /^[1-9]\d{0,3}$/.test(column) ? Number(column) - 1 : undefined;
  return position !== undefined && position < header.length ? position : undefined;
}

/**
 * Throws an error with a ready `--map` if the time, the text or every kind of account is missing.
 *
 * @param why what was wrong with a column that was dropped
 * @param likely the columns whose values suggest that they hold a missing field
 */
export function requireColumns(
  { header, places }: ColumnMapping,
  file: string,
  why: string,
  likely: Readonly<Partial<Record<Field, string>>> = {},
): void {
  const account: Field | undefined = (['account', 'handle', 'name', 'reposter'] as const).find(
    (field) => places[field] !== undefined,
  );
  const byUrl = places.url === undefined ? account : (account ?? 'url');
  const hasContent = (places.text ?? places.object) !== undefined;
  const missing = [...(byUrl ? [] : ['account']), ...(places.time ? [] : ['time']), ...(hasContent ? [] : ['text'])];
  if (missing.length === 0) return;
  const found = (field: Field): string => mapArgument(field, header[places[field]?.[0] ?? -1] ?? likely[field]);
  const ready = [found(account ?? 'account'), found('time'), found('text')]
    .map((argument) => `--map ${argument}`)
    .join(' ');
  const columns = `its columns are ${listColumns(header)}`;
  if (missing.length === 3) {
    throw new TrendAuditError('not-posts', `does not look like posts: ${columns}`, {
      file,
      line: 1,
      hint: `if it holds posts, say which column is which: ${ready}`,
      unquoted: { message: 'does not look like posts', hint: SEE_COLUMNS },
    });
  }
  throw new TrendAuditError(
    'missing-column',
    `no column for ${missing.join(' and ')}${why === '' ? '' : ` (${why})`}: ${columns}`,
    {
      file,
      line: 1,
      hint: ready.includes('=COLUMN')
        ? "say which it is, with the column's name for COLUMN: " +
          `${ready}${missing.join() === 'text' ? '; what posts share beside texts (links, images) can be named instead: --map object=COLUMN' : ''}`
        : `if these hold it, say so: ${ready}`,
      unquoted: { message: `no column for ${missing.join(' and ')}`, hint: SEE_COLUMNS },
    },
  );
}

/** The next step if the column names must not be shown. */
const SEE_COLUMNS =
  'see its columns with trend-audit inspect FILE; if it holds posts, say with map which column is which';

/** Whether the column names of a table include a time, a text and an account, as posts need. */
export function isEnoughForPosts(header: readonly string[]): boolean {
  return isEnough(mapColumns(header, {}, ''));
}

/** Whether a mapping has what a post needs: a time, an account, and a text or objects. */
export function isEnough({ places }: ColumnMapping): boolean {
  return (
    places.time !== undefined &&
    (places.text ?? places.object) !== undefined &&
    (places.account ?? places.handle ?? places.name ?? places.url) !== undefined
  );
}

/** `time='Created At'`, quoted for a shell if needed. */
function mapArgument(field: string, column: string | undefined): string {
  if (column === undefined) return `${field}=COLUMN`;
  const name = escapeControls(column);
  return `${field}=${/^[\p{L}\p{N}_.:-]+$/u.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`}`;
}

function listColumns(header: readonly string[]): string {
  const names = header.slice(0, 40).map((name) => {
    const letters = [...escapeControls(name)];
    return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('');
  });
  return names.join(', ') + (header.length > 40 ? ` and ${header.length - 40} more` : '');
}
