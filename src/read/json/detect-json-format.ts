import type { ColumnMap } from '../../documents/options.js';
import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { suggest } from '../../text/suggest.js';
import { chooseColumns } from '../candidates/choose-columns.js';
import { WEIGHED_BY } from '../candidates/column-values.js';
import { isEnough, mapColumns, requireColumns, type ColumnMapping } from '../column-mapping.js';
import { isField, type Field } from '../fields.js';
import { JSON_FORMATS } from '../formats/json/index.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import { mappedColumns } from '../mapped-columns.js';
import { findOwnedPosts } from './owned-posts.js';
import { listPaths, scalarPaths, compilePath, compileTemplate, type Path } from './path.js';
import { fieldColumns, type Columns } from './record-flattener.js';
import { matcher, extractRecords } from './records.js';
import { envelopeOf, openEnvelope, otherEnvelopesOf } from './reshape.js';
import { unsupportedJsonError } from './unsupported-json.js';
import { isJsonObject, ownProperty, scalarToString } from './value.js';

/** The format of a file and the paths of its fields, from the format itself or from --map. */
export interface DetectedJson {
  readonly format: JsonFormat;
  readonly columns: Columns;
  readonly mapped: ReadonlySet<Field>;
  /** Notes on columns chosen by their values and on passed-over columns, for the reader of the result. */
  readonly notes: readonly string[];
  /** Takes the posts out of the envelopes in a value of the file; absent if there are no envelopes. */
  readonly unwrap?: (value: unknown) => readonly unknown[];
}

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

/** Recognises posts of an unknown format by the usual names of their fields. */
function recogniseByKeys(
  values: readonly unknown[],
  map: ColumnMap,
  file: string,
  guessed = guess,
): DetectedJson | undefined {
  let first: { readonly list: Path; readonly found: DetectedJson } | undefined;
  const others: Path[] = [];
  const alike: Path[] = [];
  const within: Path[] = [];
  let keys = '';
  for (const { list, records, header } of recordLists(values, map)) {
    // Lists within the posts themselves (quoted posts, replies) are not separate lists of posts.
    const plan = guessed(header, map, file);
    if (first && (first.list === '' || list.startsWith(`${first.list}.`))) {
      if (plan && hasOwnPosts(plan, list)) within.push(list);
      continue;
    }
    const found = plan && isEnough(plan) ? fromPlan(plan, list, records) : undefined;
    if (!found) continue;
    if (!first) {
      first = { list, found };
      keys = header.join('\n');
    } else if (parentOf(list) === parentOf(first.list) && header.join('\n') === keys) alike.push(list);
    else others.push(list);
  }
  const [answers] = within;
  if (first && answers !== undefined) {
    const note =
      `“${escapeControls(answers)}” within the posts holds posts as well, with account and time: they were not read, ` +
      'and --records reads them instead.';
    first = { ...first, found: { ...first.found, notes: [...first.found.notes, note] } };
  }
  if (first && alike.length < PARTS - 1) others.unshift(...alike);
  else if (first) {
    const lists = [first.list, ...alike];
    const parts = lists.map(compilePath);
    const [key] = [first.list.split('.').at(-1) ?? ''];
    const whole = {
      ...first.found,
      format: { ...first.found.format, posts: [''] },
      notes: [
        ...first.found.notes,
        `Posts were read from ${lists.length} lists: “${escapeControls(key)}” and those like it.`,
      ],
      unwrap: (value: unknown) => parts.flatMap((at) => at(value)),
    };
    return others.length === 0 ? whole : { ...whole, notes: [...whole.notes, otherListsNote(first.list, others)] };
  }
  if (first === undefined || others.length === 0) return first?.found;
  return { ...first.found, notes: [...first.found.notes, otherListsNote(first.list, others)] };
}

/** Whether a list within posts holds posts, such as answers, that are not another form of the post around it. */
function hasOwnPosts(plan: ColumnMapping, list: Path): boolean {
  const { text, time, account, handle, name } = plan.places;
  return (
    text !== undefined &&
    time !== undefined &&
    (account ?? handle ?? name) !== undefined &&
    !/quot|retweet|reblog|repost|parent|original|edit|version|histor/i.test(list)
  );
}

/**
 * This many parallel lists with the same keys are parts of one (for example one per account). Two may be a list of
 * posts and a list of something else.
 */
const PARTS = 3;

function parentOf(path: Path): Path {
  return path.split('.').slice(0, -1).join('.');
}

function otherListsNote(list: Path, others: readonly Path[]): string {
  const named = others.slice(0, 5).map((path) => `“${escapeControls(path)}”`);
  return (
    `Posts were read from the list “${escapeControls(list)}”. ${named.join(', ')} ` +
    `${others.length === 1 ? 'holds posts as well and was' : 'hold posts as well and were'} not ` +
    'read: --records names another.'
  );
}

/** The keys of records, with those keys of the user that are too deep to be found automatically. */
function withNamed(header: readonly Path[], records: readonly unknown[], map: ColumnMap): Path[] {
  const deeper = mappedColumns(map).filter(
    (path) =>
      path.includes('.') &&
      !header.includes(path) &&
      records.some((record) => compileTemplate(path)(record).length > 0),
  );
  return [...header, ...deeper];
}

/** The records that may be posts: the values themselves, and each list in them. */
function recordLists(values: readonly unknown[], map: ColumnMap): { list: Path; records: unknown[]; header: Path[] }[] {
  return ['', ...new Set(values.slice(0, 5).flatMap(listPaths))].map((list) => {
    const records = values.flatMap((value) => compilePath(list)(value));
    return { list, records, header: withNamed(scalarPaths(records), records, map) };
  });
}

/** The error for unknown JSON: reports what is missing in the list that is most like posts. */
function unrecognised(values: readonly unknown[], map: ColumnMap, file: string): TrendAuditError {
  const lists = recordLists(values, map);
  const [first = mapColumns(lists[0]?.header ?? [], map, file), ...others] = lists.flatMap(
    ({ header }) => guess(header, map, file) ?? [],
  );
  const plan = others.reduce((best, each) => (essentials(each) > essentials(best) ? each : best), first);
  if (plan.places.time ?? plan.places.text) requireColumns(plan, file, '');
  const keys = plan.header
    .slice(0, 40)
    .map((key) => escapeControls(key).slice(0, 80))
    .join(', ');
  return new TrendAuditError(
    'unknown-format',
    'is JSON of an unknown form: its keys are ' +
      `${keys === '' ? '(none)' : keys}${plan.header.length > 40 ? ` and ${plan.header.length - 40} more` : ''}`,
    {
      file,
      hint:
        'if it holds posts, say which key is which, dots between the steps of a path: --map account=KEY ' +
        '--map time=KEY --map text=KEY',
      unquoted: { message: 'is JSON of an unknown form' },
    },
  );
}

const IN_A_POST = /^(?:tweet|post|status|message|data|item|node|attributes|properties|fields)\./i;
/** A reply next to the post that it answers: the record is the reply. */
const IN_AN_ANSWER = /^(?:comment|reply)\./i;
const ANSWER_TEXT = /^(?:comment|reply)\.(?:text|body|content|message)$/i;
/** Other names than `author` for the object with the author of a post. */
const OF_AUTHOR = /^(?:creator|commenter|poster|writer|member|actor|participant|chatter)\.(?:_(?=id$))?/i;
const OF_SOLR = /_(?:txt|dt|s|t|i|l|b|ss|ts|dts)$/;

/** Maps the columns, or returns undefined if `map` does not fit: it may fit another list. */
function guess(header: readonly Path[], map: ColumnMap, file: string): ColumnMapping | undefined {
  try {
    return mapColumns(header, map, file);
  } catch (error) {
    if (error instanceof TrendAuditError) return undefined;
    throw error;
  }
}

/**
 * Like `guess`, but ignores the object around a post (`tweet.text`) and suffixes of Solr (`text_t`) in names, and
 * accepts other names for the author (`creator.id`).
 */
function guessWithin(header: readonly Path[], map: ColumnMap, file: string): ColumnMapping | undefined {
  const plan = guess(header, map, file);
  if (!plan || isEnough(plan) || Object.keys(map).length > 0) return plan;
  const envelope = header.some((path) => ANSWER_TEXT.test(path)) ? IN_AN_ANSWER : IN_A_POST;
  const bare = header.map((path) => path.replace(envelope, '').replace(OF_AUTHOR, 'author.').replace(OF_SOLR, ''));
  // If there is a display name as well, the other name is the handle.
  const hasBoth = bare.includes('author.display_name');
  const named = bare.map((name) => (hasBoth && name === 'author.name' ? 'author.username' : name));
  return { ...mapColumns(named, {}, file), header };
}

/** The number of fields among time, text and account that a mapping has. */
function essentials({ places }: ColumnMapping): number {
  return [places.time, places.text, places.account ?? places.handle ?? places.name].filter(
    (place) => place !== undefined,
  ).length;
}

/** Chooses the columns by the values of the records. */
function fromPlan(plan: ColumnMapping, list: Path, records: readonly unknown[]): DetectedJson | undefined {
  const read = plan.header.map(compileTemplate);
  const rows = records.slice(0, WEIGHED_BY).map((record) => read.map((at) => at(record).join('|')));
  const { places, notes } = chooseColumns(plan, rows, new Set());
  const chosen = { ...plan, places };
  if (!isEnough(chosen)) return undefined;
  const recognisedBy = chosen.header.filter((_, at) => places.time?.includes(at));
  return {
    format: { ...plan.format, recognisedBy, columns: {}, posts: [list] },
    ...overlay(new Map(), chosen),
    notes,
  };
}

/** Columns of the plan replace existing ones; in a known format, only those that the user named do so. */
function overlay(
  columns: Map<Field, readonly Path[]>,
  plan: ColumnMapping | undefined,
): Pick<DetectedJson, 'columns' | 'mapped'> {
  if (plan === undefined) return { columns, mapped: new Set() };
  const isKnown = columns.size > 0;
  for (const [field, places] of Object.entries(plan.places)) {
    if (!isField(field) || (isKnown && !plan.mapped.has(field))) continue;
    columns.set(
      field,
      places.map((at) => plan.header[at] ?? ''),
    );
  }
  for (const field of plan.mapped) if (plan.places[field] === undefined) columns.delete(field);
  return { columns, mapped: plan.mapped };
}
