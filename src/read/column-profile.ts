/**
 * What the first rows of a file tell about its columns: damaged ids, what an `id` really holds, whether 10/1/17 is in
 * January.
 */

import { foldHandle } from '../text/fold-handle.js';
import { formatNumber, plural } from '../text/format.js';
import { extractHashtags, foldHashtag } from '../text/hashtags.js';
import { findDayOrder, type DayOrder } from '../time/day-order.js';
import { TimeReader } from '../time/parse-time.js';
import { snowflakeTime } from '../time/snowflake.js';
import { HOUR, MINUTE } from '../time/units.js';
import { chooseColumns, postIds } from './candidates/choose-columns.js';
import type { TimeChoice } from './candidates/time-column.js';
import { findZone, type ZoneFinding } from './candidates/time-zone.js';
import { CellMaker, type CellPlan } from './cells/derived-cells.js';
import { cellsInUse, type PreparedTable } from './cells/prepare-cells.js';
import { clockText } from './clock.js';
import type { ColumnMapping } from './column-mapping.js';
import { normalizeColumnName } from './column-name.js';
import { dayOrderOf } from './date-order.js';
import type { FieldIndices, Field } from './fields.js';
import { repeatsHeader } from './find-header.js';
import { generic } from './formats/generic.js';
import { idsOfUrl, isDamagedId, isRoundedColumn, readId } from './ids.js';
import { mayBeRounded, type Rounding, roundingOf } from './rounded-ids.js';
import { preview } from './row-counts.js';
import type { Row } from './row.js';
import { isBoolean, isKind, nonEmpty, parseList } from './values.js';

export interface ColumnProfile {
  /** Cells that a row of the file has. */
  readonly width: number;
  /** The header as the file has it. */
  readonly rawHeader: readonly string[];
  /** What parts cells, where it stands in the texts without quotes and they are last: all beyond is of the text. */
  readonly joiner?: string;
  /** What is made of the cells of a row before it is read. */
  readonly cells: CellPlan;
  /** The zone of times that name none. */
  readonly zone: ZoneFinding;
  readonly places: FieldIndices;
  /** Of accounts that have lost their id in a row, by their handle: the id that they have in others. */
  readonly idsOfHandles: ReadonlyMap<string, string>;
  /** Names of the columns with rounded ids. */
  readonly damagedIds: readonly string[];
  /** Columns that tell whether there is a retweeted or answered post, but no longer which: their ids are rounded. */
  readonly rounded: ReadonlySet<Field>;
  /** Columns of which some ids are rounded: those that may be are not used. */
  readonly partlyRounded: ReadonlySet<Field>;
  readonly timeOrder: DayOrder;
  /** Whether most times are bare numbers. */
  readonly timesAreNumbers: boolean;
  /** The days that times span so, and the other way round, where this tells the order; else undefined. */
  readonly timeSpans: readonly [number, number] | undefined;
  /** A date that can be read either way, where nothing in the rows proves which; '' where there is none. */
  readonly ambiguousDate: string;
  readonly createdOrder: DayOrder;
  /** For the reader of the result. */
  readonly notes: readonly string[];
  /** Why a column that seemed to hold the accounts, or the times, was dropped; '' where none was. */
  readonly droppedAccount: string;
  readonly droppedTime: string;
}

/** Decides from a sample of rows how times, ids and objects of a table are read. */
export function profileColumns(
  plan: ColumnMapping,
  all: readonly Row[],
  prepared: PreparedTable,
  given: { readonly assumeTz?: string | undefined; readonly dateOrder?: DayOrder | undefined } = {},
): ColumnProfile {
  const { width, rawHeader } = prepared;
  const maker = new CellMaker(prepared.cells);
  const made = all
    .filter(({ cells }) => cells.length === width && !repeatsHeader(cells, rawHeader))
    .map(({ cells, line }): Row => ({ cells: maker.make(cells), line }));
  const chosen = chooseColumns(
    plan,
    made.map(({ cells }) => cells),
    prepared.objects,
    given.dateOrder,
  );
  const inUse = cellsInUse(prepared, chosen.places, plan.format);
  const { places } = inUse;
  const last = new CellMaker({ decodings: [], derived: inUse.cells.derived.slice(prepared.cells.derived.length) });
  const whole = last.isIdle ? made : made.map(({ cells, line }): Row => ({ cells: last.make(cells), line }));
  const time = dayOrderOf(
    valuesAt(whole, places.time?.[0]),
    { declared: plan.format.dayOrder, given: given.dateOrder },
    postIds(
      whole.map(({ cells }) => cells),
      places,
    ),
  );
  const rows = postsAmong(whole, places.time?.[0], time.order);
  const notes: string[] = [...inUse.notes, ...chosen.notes];
  const damagedIds: string[] = [];
  const nameDamaged = (field: Field): void => void damagedIds.push(plan.header[places[field]?.[0] ?? -1] ?? '');
  const column = (field: Field): string[] => valuesAt(rows, places[field]?.[0]);
  const nameOf = (field: Field): string => preview(plan.header[places[field]?.[0] ?? -1] ?? '');
  const mayDoubt = (field: Field): boolean => places[field] !== undefined && !plan.mapped.has(field);
  const leave = (field: Field, left: readonly number[]): void => {
    const others = (places[field] ?? []).filter((at) => !left.includes(at));
    if (others.length > 0) places[field] = others;
    else delete places[field];
  };

  if (mayDoubt('retweet') && COUNT_OR_FLAG.test(normalizeColumnName(plan.header[places.retweet?.[0] ?? -1] ?? ''))) {
    // Of a `retweet` of 0 and 1 and a `retweeted` of true and false beside it the second is the flag.
    const flag = plan.header.findIndex((name) => normalizeColumnName(name) === 'retweeted');
    const cells = flag < 0 ? [] : valuesAt(rows, flag).map((cell) => cell.toLowerCase());
    if (column('retweet').every((cell) => /^[01]?(?:\.0)?$/.test(cell)) && isFlag(cells)) places.retweet = [flag];
  }
  if (mayDoubt('retweet') && countsRetweets(plan, places.retweet?.[0] ?? -1, column('retweet'))) delete places.retweet;
  if (mayDoubt('retweet') && !column('retweet').every(isBoolean)) {
    const named = column('retweet').every((cell) => isBoolean(cell) || isLongId(cell));
    if (named && !places.retweeted_id && places.retweet) places.retweeted_id = places.retweet;
    delete places.retweet;
  }
  for (const field of ['hashtags', 'links'] as const) {
    // `Hashtags: 2`
    const counts = (places[field] ?? []).filter((at) => areCounts(valuesAt(rows, at)));
    if (counts.length === 0 || plan.mapped.has(field)) continue;
    notes.push(
      `${counts.map((at) => preview(plan.header[at] ?? '')).join(', ')} counts and lists nothing: it was not read.`,
    );
    leave(field, counts);
  }
  const searched =
    mayDoubt('hashtags') && plan.format === generic
      ? (places.hashtags ?? []).filter((at) => isSearched(valuesAt(rows, at), column('text')))
      : [];
  if (searched.length > 0) {
    notes.push(
      `${searched.map((at) => preview(plan.header[at] ?? '')).join(', ')} is the same in all posts, and texts have other hashtags: it is what was searched for, and was not read.`,
    );
    leave('hashtags', searched);
  }
  if (mayDoubt('quote') && !column('quote').every(isBoolean)) delete places.quote;
  if (mayDoubt('kind') && !column('kind').every(isKind)) delete places.kind;
  if (
    mayDoubt('reposter_handle') &&
    !column('reposter_handle').every(
      (cell) => cell === '' || (/^@?[\w.:-]*[a-z][\w.:-]*$/i.test(cell) && !isBoolean(cell)),
    )
  )
    delete places.reposter_handle;
  if (places.clock && !column('clock').every((cell) => cell === '' || clockText(cell) !== '')) delete places.clock;

  // Ids that were rounded by a bit or two tell their time still.
  const idPlace = places.id;
  let { droppedAccount } = chosen;
  const handles = places.handle ? column('handle').map(foldHandle) : column('name');
  const ofAccounts = roundingOf(column('account'), handles);
  if (ofAccounts.extent === 'few') notes.push(fewNote(nameOf('account'), ofAccounts));
  if (places.account && (ofAccounts.extent === 'part' || ofAccounts.extent === 'all')) {
    nameDamaged('account');
    const example = preview(column('account').find((id) => ofAccounts.byFloats || mayBeRounded(id)) ?? '');
    droppedAccount = `${nameOf('account')} holds rounded ids such as ${example}`;
    const instead =
      places.url && plan.format.urlHoldsAccountId
        ? nameOf('url')
        : places.handle
          ? nameOf('handle')
          : places.name
            ? nameOf('name')
            : '';
    if (instead !== '') {
      notes.push(`${droppedAccount}, as ${madeBy(ofAccounts)}: accounts are told apart by ${instead} instead.`);
      delete places.account;
    } else if (isRoundedColumn(column('account')) || isMostlyDamaged(column('account'))) delete places.account;
    else
      notes.push(
        `${droppedAccount}, as ${madeBy(ofAccounts)}, and nothing else tells accounts apart: two of nearly the same id may count as one.`,
      );
  }
  if (mayDoubt('account') && arePostIds(column('account'), column('time'), time.order)) {
    droppedAccount = `${nameOf('account')} holds ids of posts: each was made in the very second of its post`;
    notes.push(`${droppedAccount}.`);
    if (!places.id) places.id = places.account ?? [];
    delete places.account;
  }
  if (mayDoubt('id') && !places.account && !places.handle && !places.name && areHandles(column('id'))) {
    notes.push(`${nameOf('id')} holds handles of accounts, not ids of posts.`);
    places.handle = places.id ?? [];
    delete places.id;
  }
  const partly = new Set<Field>();
  const authors = column('account').length > 0 && places.account ? column('account') : handles;
  const texts = column('text');
  const ofPosts = roundingOf(
    column('id'),
    texts.map((text, row) => `${authors[row] ?? ''} ${text}`),
  );
  if (ofPosts.extent === 'few') notes.push(fewNote(nameOf('id'), ofPosts));
  if (ofPosts.extent === 'part' || ofPosts.extent === 'all') {
    nameDamaged('id');
    const some =
      ofPosts.extent === 'all'
        ? `${nameOf('id')} holds rounded ids, as ${madeBy(ofPosts)}`
        : `${formatNumber(ofPosts.rounded)} of ${formatNumber(ofPosts.of)} ids in ${nameOf('id')} are rounded, as spreadsheets make them`;
    const then = ofPosts.extent === 'all' ? 'posts have no id of their own' : 'these posts have no id of their own';
    notes.push(`${some}: ${places.url ? `ids of posts are taken from ${nameOf('url')}` : then}.`);
    if (ofPosts.extent === 'all') delete places.id;
    else partly.add('id');
  }
  if (ofPosts.extent === 'none' && mayDoubt('id') && plan.format === generic) {
    const shared = sharedIds(column('id'), column('time'), texts);
    const isOfAccounts = shared.several > 1 && agreesWith(column('id'), authors);
    if (isOfAccounts || shared.several >= ENOUGH_SHARED || shared.several * 2 > shared.of) {
      notes.push(
        `${nameOf('id')} has the same value in several posts of different times and texts: ${isOfAccounts ? 'it holds ids of accounts' : 'it was not read as their id'}.`,
      );
      if (isOfAccounts && !places.account && places.id) places.account = places.id;
      delete places.id;
    }
  }
  const rounded = new Set<Field>();
  for (const field of ['retweeted_id', 'replied_id'] as const) {
    const { extent, byFloats } = roundingOf(column(field), []);
    if (extent === 'part') partly.add(field);
    // What floating point numbers made of the same id is the same.
    else if (extent === 'all' && !byFloats) rounded.add(field);
    if (extent === 'part' || extent === 'all') nameDamaged(field);
  }
  const byAddress =
    rows.filter(({ cells }) => idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.author).length * 2 > rows.length;
  if (!places.account && !places.handle && places.name && droppedAccount === '' && !byAddress) {
    notes.push(
      `There are no ids or handles: accounts are told apart by ${nameOf('name')}, so that two of the same name count as one.`,
    );
  }
  const created = findDayOrder(
    column('created'),
    given.dateOrder ?? plan.format.dayOrder ?? (time.basis === 'proven' ? time.order : undefined),
  );
  return {
    width,
    rawHeader,
    cells: inUse.cells,
    zone: zoneByFloats(
      findZone(
        rows.map(({ cells }) => cells),
        ofPosts.byFloats && idPlace ? { ...places, id: idPlace } : places,
        time.order,
        plan,
        given.assumeTz,
      ),
      places,
    ),
    places,
    idsOfHandles: ofAccounts.extent === 'few' && places.account ? idsByHandle(column('account'), handles) : new Map(),
    rounded,
    partlyRounded: partly,
    timeOrder: time.order,
    timesAreNumbers: areNumbers(column('time')),
    timeSpans: time.spans,
    ambiguousDate: time.basis === 'guessed' ? time.example : '',
    createdOrder: created.order,
    notes,
    droppedAccount,
    droppedTime: places.time ? '' : reasonAgainst(chosen.time),
    damagedIds,
  };
}

/** Whether a column of hashtags has one value in all rows, though the texts have others. */
function isSearched(cells: readonly string[], texts: readonly string[]): boolean {
  const [first = ''] = cells;
  if (cells.length < 3 || first === '' || cells.some((cell) => cell !== first)) return false;
  const listed = new Set(parseList(first).map((tag) => foldHashtag(tag)));
  if (listed.size !== 1) return false;
  return texts.some((text) => extractHashtags(text).some((tag) => !listed.has(foldHashtag(tag))));
}

/** Whether a column that should list something holds small numbers, in at least so many rows. */
function areCounts(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 3 && filled.every((cell) => /^\d{1,3}(?:\.0)?$/.test(cell));
}

function areNumbers(times: readonly string[]): boolean {
  return times.filter((cell) => /^[\d.,]+$/.test(cell)).length * 2 > times.length;
}

function reasonAgainst(time: TimeChoice | undefined): string {
  const [first] = time?.others ?? [];
  return first === undefined || first.against === '' ? '' : `${preview(first.column.name)} ${first.against}`;
}

function valuesAt(rows: readonly Row[], at: number | undefined): string[] {
  return at === undefined ? [] : rows.map(({ cells }) => nonEmpty(cells[at] ?? ''));
}

/**
 * The rows that have a time: totals and headers that stand among them tell nothing of a column. Where none has, all.
 */
function postsAmong(rows: readonly Row[], at: number | undefined, order: DayOrder): readonly Row[] {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  const posts = at === undefined ? [] : rows.filter(({ cells }) => reader.read(cells[at] ?? '') !== undefined);
  return posts.length === 0 ? rows : posts;
}

/** What rounds ids so. */
function madeBy({ byFloats }: Rounding): string {
  return byFloats ? 'floating point numbers make them (multiples of 128 and more)' : 'spreadsheets make them';
}

function fewNote(name: string, { rounded, of }: Rounding): string {
  return `${formatNumber(rounded)} of ${formatNumber(of)} ids in ${name} may be rounded and ${plural(rounded, 'is', 'are')} not used.`;
}

/** Each row is read in the zone of its id only where ids are read. */
function zoneByFloats(zone: ZoneFinding, { id }: FieldIndices): ZoneFinding {
  return zone.by === 'each-id' && id === undefined ? { by: 'nothing' } : zone;
}

/** The id of each handle that has one, in a file in which some ids are lost. */
function idsByHandle(ids: readonly string[], handles: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  ids.forEach((cell, row) => {
    const [id, handle] = [readId(cell), handles[row] ?? ''];
    if (id !== '' && handle !== '') found.set(handle, id);
  });
  return found;
}

/** Half of its ids cannot be used: spreadsheets leave the short ones whole. */
function isMostlyDamaged(ids: readonly string[]): boolean {
  const filled = ids.filter((id) => id !== '');
  return filled.filter(isDamagedId).length * 2 > filled.length;
}

/** Ids of several different posts from which on a column is no column of ids of posts. */
const ENOUGH_SHARED = 3;

/** Of the ids how many stand in rows that are different posts, of another time and another text. */
function sharedIds(
  ids: readonly string[],
  times: readonly string[],
  texts: readonly string[],
): { readonly several: number; readonly of: number } {
  const first = new Map<string, number>();
  const several = new Set<string>();
  ids.forEach((id, row) => {
    if (id === '') return;
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    else if (times[before] !== times[row] && texts[before] !== texts[row]) several.add(id);
  });
  return { several: several.size, of: first.size };
}

/** Whether each id goes with one account and each account with one id. */
function agreesWith(ids: readonly string[], authors: readonly string[]): boolean {
  const [authorOf, idOf] = [new Map<string, string>(), new Map<string, string>()];
  return ids.every((id, row) => {
    const author = authors[row] ?? '';
    if (id === '' || author === '') return true;
    if (!authorOf.has(id)) authorOf.set(id, author);
    if (!idOf.has(author)) idOf.set(author, id);
    return authorOf.get(id) === author && idOf.get(author) === id;
  });
}

/** Names of columns that count, as people call them beside a `retweet` that does. */
const COUNTS = /^(?:likes?|favou?rites?|repl(?:y|ies)|comments?|shares?|views?|quotes?)$/;

const COUNT_OR_FLAG = /^(?:retweet|rt|repost|ретвит)$/;

/** Whether cells say true of some and false of others, in words. */
function isFlag(cells: readonly string[]): boolean {
  const filled = new Set(cells.filter((cell) => cell !== ''));
  return filled.has('true') && filled.has('false') && filled.size === 2;
}

/** Whether a plain `retweet` of 0 and 1 counts, beside `like` and `reply`, rather than tells whether it is one. */
function countsRetweets({ header }: ColumnMapping, at: number, cells: readonly string[]): boolean {
  const names = header.map(normalizeColumnName);
  return (
    COUNT_OR_FLAG.test(names[at] ?? '') &&
    cells.every((cell) => /^[01]?(?:\.0)?$/.test(cell)) &&
    names.some((name) => COUNTS.test(name)) &&
    !names.some((name) => /retweets?count|retweets$/.test(name))
  );
}

/** An id too long for a count, perhaps in an address. */
function isLongId(cell: string): boolean {
  return /^\d{15,20}$/.test(readId(cell)) || cell.startsWith('at://');
}

/** Half of them at least look like handles and like no number. */
function areHandles(ids: readonly string[]): boolean {
  const filled = ids.filter((id) => id !== '');
  return (
    filled.length > 0 &&
    filled.filter((id) => /^@?(?!\d+$)\w{1,20}$/.test(id) && !/^x+\d+$/.test(id)).length > filled.length * 0.8
  );
}

/** Ids whose own time is the time of the row are the posts' ids, whatever their column is called. */
function arePostIds(ids: readonly string[], times: readonly string[], order: DayOrder): boolean {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  let same = 0;
  let known = 0;
  ids.forEach((id, index) => {
    const made = snowflakeTime(readId(id));
    const time = reader.read(times[index] ?? '');
    if (made === undefined || time === undefined) return;
    known++;
    // Within a minute, in whatever quarter-hour zone the times are.
    const apart = Math.abs(made - time) % (HOUR / 4);
    if (Math.abs(made - time) < 15 * HOUR && Math.min(apart, HOUR / 4 - apart) < MINUTE) same++;
  });
  return known >= 3 && same > known * 0.8;
}
