import type { ColumnMap } from '../../documents/options.js';
import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { suggest } from '../../text/suggest.js';
import { mapColumns } from '../column-mapping.js';
import { JSON_FORMATS } from '../formats/json/index.js';
import { type DetectedJson, overlay, withNamed } from './detected-json.js';
import { findOwnedPosts } from './owned-posts.js';
import { listPaths, scalarPaths, compilePath, compileTemplate, type Path } from './path.js';
import { guessWithin, recogniseByKeys, unrecognised } from './recognise-by-keys.js';
import { fieldColumns } from './record-flattener.js';
import { matcher, extractRecords } from './records.js';
import { envelopeOf, openEnvelope, otherEnvelopesOf } from './reshape.js';
import { unsupportedJsonError } from './unsupported-json.js';
import { isJsonObject, ownProperty, scalarToString } from './value.js';

/** The user's options for the JSON of a file. */
export interface JsonHints {
  readonly map?: ColumnMap;
  /** The path of the list of posts. */
  readonly records?: string;
}

/** Recognises the format from the first values of a file. Throws TrendAuditError if they are not posts. */
export function detectJsonFormat(
  values: readonly unknown[],
  { map = {}, records }: JsonHints,
  file: string,
): DetectedJson {
  if (records === undefined) return detectAmong(values, map, file);
  const at = compilePath(records);
  const named = values.flatMap((value) => at(value)).filter((value) => isJsonObject(value));
  if (named.length === 0) throw noRecords(values, records, file);
  const found = detectAmong(named, withoutPrefix(map, records), file);
  const { unwrap } = found;
  return { ...found, unwrap: (value) => (unwrap ? at(value).flatMap(unwrap) : at(value)) };
}

function noRecords(values: readonly unknown[], records: string, file: string): TrendAuditError {
  const lists = [...new Set(values.slice(0, 5).flatMap(listPaths))].filter((path) => path !== '');
  const near = suggest(records, lists);
  return new TrendAuditError('usage', `--records: there is no list of objects at “${escapeControls(records)}”`, {
    file,
    hint:
      near !== undefined
        ? `did you mean --records ${escapeControls(near)}?`
        : lists.length === 0
          ? 'it holds no list in an object: leave --records out'
          : `its lists are ${lists.slice(0, 20).map(escapeControls).join(', ')}`,
    unquoted: { hint: 'look at the names of its lists' },
  });
}

function detectAmong(values: readonly unknown[], map: ColumnMap, file: string): DetectedJson {
  const known = ofKnownFormat(values, map, file);
  if (known) return known;
  const wrappings = findWrappings(values);
  for (const { key, list, unwrap } of wrappings) {
    const found = ofKnownFormat(values.flatMap(unwrap), withoutPrefix(map, key), file);
    if (found) return { ...found, notes: [...found.notes, envelopeNote(list, key)], unwrap };
  }
  // Pages of a known format in a list.
  for (const list of new Set(values.slice(0, 5).flatMap(listPaths))) {
    const unwrap = compilePath(list);
    const found = ofKnownFormat(values.flatMap(unwrap), withoutPrefix(map, list), file);
    if (found?.format.posts) return { ...found, unwrap };
  }
  const [id = ''] = values.map(scalarToString);
  if (values.every((value) => /^\d{15,20}$/.test(scalarToString(value))))
    throw new TrendAuditError('not-posts', `holds ids of posts (${id}) and not the posts themselves`, {
      file,
      hint: 'hydrate them first, as with twarc2 hydrate ids.txt posts.jsonl, and give what that writes',
      unquoted: { message: 'holds ids of posts and not the posts themselves' },
    });
  if (values.every(isEmptyAnswer))
    throw new TrendAuditError('empty', 'is an answer that holds no posts', {
      file,
      hint: 'give a dump with at least one post',
    });
  const stranger = Object.keys(map).length === 0 ? unsupportedJsonError(values, file) : undefined;
  if (stranger) throw stranger;
  const owned = Object.keys(map).length === 0 ? findOwnedPosts(values) : undefined;
  if (owned) {
    const found = recogniseByKeys(values.flatMap(owned.unwrap), map, file);
    const note = `Posts were read from “${escapeControls(owned.inner)}”, as those of the account around it.`;
    if (found) return { ...found, notes: [...found.notes, note], unwrap: owned.unwrap };
  }
  const plain = recogniseByKeys(values, map, file);
  if (plain) return plain;
  for (const { key, list, unwrap } of wrappings) {
    const found = recogniseByKeys(values.flatMap(unwrap), withoutPrefix(map, key), file);
    if (found) return { ...found, notes: [...found.notes, envelopeNote(list, key)], unwrap };
  }
  const lenient = recogniseByKeys(values, map, file, guessWithin);
  if (lenient) return lenient;
  for (const { key, list, unwrap } of [...wrappings, ...findWrappings(values, otherEnvelopesOf)]) {
    const found = recogniseByKeys(values.flatMap(unwrap), withoutPrefix(map, key), file, guessWithin);
    if (found) return { ...found, notes: [...found.notes, envelopeNote(list, key)], unwrap };
  }
  throw unrecognised(values, map, file);
}

function ofKnownFormat(values: readonly unknown[], map: ColumnMap, file: string): DetectedJson | undefined {
  const [known] = JSON_FORMATS.filter((format) => {
    const [recordsIn, fits] = [extractRecords(format), matcher(format)];
    return values.some((value) => recordsIn(value).some(fits));
  }).sort((a, b) => b.recognisedBy.length - a.recognisedBy.length);
  if (!known) return undefined;
  const records = values.flatMap(extractRecords(known));
  const plan =
    Object.keys(map).length === 0 ? undefined : mapColumns(withNamed(scalarPaths(records), records, map), map, file);
  return { format: known, ...overlay(fieldColumns(known), plan), notes: [] };
}

interface Wrapping {
  readonly list: Path;
  readonly key: string;
  readonly unwrap: (value: unknown) => readonly unknown[];
}

/** Finds lists whose records are objects in an envelope, together with data that a program added. */
function findWrappings(
  values: readonly unknown[],
  envelopesOf: (records: readonly unknown[]) => readonly string[] = (records) => [envelopeOf(records) ?? []].flat(),
): Wrapping[] {
  return ['', ...new Set(values.slice(0, 5).flatMap(listPaths))].flatMap((list) => {
    const at = compilePath(list);
    return envelopesOf(values.flatMap((value) => at(value))).map((key) => ({
      list,
      key,
      unwrap: (value: unknown) => at(value).map((record) => openEnvelope(record, key)),
    }));
  });
}

function envelopeNote(list: Path, key: string): string {
  return `Posts were read from “${list === '' ? key : `${list}.${key}`}”.`;
}

/** Removes the envelope's key from the paths in `map`. */
function withoutPrefix(map: ColumnMap, key: string): ColumnMap {
  const within = (path: string): string => (path.startsWith(`${key}.`) ? path.slice(key.length + 1) : path);
  return Object.fromEntries(
    Object.entries(map).map(([field, paths]) => [field, typeof paths === 'string' ? within(paths) : paths.map(within)]),
  );
}

/** Whether a value is a response without posts: `{"statuses": []}`, or a page with a result count of 0. */
function isEmptyAnswer(value: unknown): boolean {
  if (RESULT_COUNT(value)[0] === '0') return true;
  return JSON_FORMATS.some(({ posts = [] }) =>
    posts.some(
      (path) =>
        path !== '' &&
        isEmptyList(
          path
            .split('.')
            .reduce((part: unknown, key) => (isJsonObject(part) ? ownProperty(part, key) : undefined), value),
        ),
    ),
  );
}

const RESULT_COUNT = compileTemplate('meta.result_count');

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
