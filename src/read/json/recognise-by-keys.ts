import type { ColumnMap } from '../../documents/options.js';
import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { chooseColumns } from '../candidates/choose-columns.js';
import { WEIGHED_BY } from '../candidates/column-values.js';
import { isEnough, mapColumns, requireColumns, type ColumnMapping } from '../column-mapping.js';
import { type DetectedJson, overlay, withNamed } from './detected-json.js';
import { listPaths, scalarPaths, compilePath, compileTemplate, type Path } from './path.js';

/** Recognises posts of an unknown format by the usual names of their fields. */
export function recogniseByKeys(
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

/** The records that may be posts: the values themselves, and each list in them. */
function recordLists(values: readonly unknown[], map: ColumnMap): { list: Path; records: unknown[]; header: Path[] }[] {
  return ['', ...new Set(values.slice(0, 5).flatMap(listPaths))].map((list) => {
    const records = values.flatMap((value) => compilePath(list)(value));
    return { list, records, header: withNamed(scalarPaths(records), records, map) };
  });
}

/** The error for unknown JSON: reports what is missing in the list that is most like posts. */
export function unrecognised(values: readonly unknown[], map: ColumnMap, file: string): TrendAuditError {
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
export function guessWithin(header: readonly Path[], map: ColumnMap, file: string): ColumnMapping | undefined {
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
