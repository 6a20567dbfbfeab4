import { outOfRange } from '../stats/array-access.js';
import { radixArgsort } from '../stats/radix-argsort.js';
import { Interner } from '../text/interner.js';
import { isMissingId, isNonNumericId, NO_ID, type PostIds } from './post-ids.js';
import { DUPLICATE_ROW } from './record-batch.js';
import { timeGranularity } from './time-granularity.js';

/** The values that determine the order of posts, in the order of rows. */
export interface SortKeys {
  /** Rank of the account's id among all. */
  readonly account: Uint32Array;
  readonly time: Float64Array;
  /** Two halves per post, and the non-numeric ids. */
  readonly id: Uint32Array;
  readonly otherIds: readonly string[];
  readonly raw: Uint32Array;
  readonly rest: Uint32Array;
  readonly input: Uint32Array;
  readonly line: Uint32Array;
  readonly flags: Uint8Array;
}

/**
 * For each input, the number of posts dropped because their id occurred before, and of posts that share an id with a
 * different post.
 */
export type DuplicateIds = Map<number, { count: number; lines: number[]; contested?: number }>;

/** How many line numbers are kept for each kind of dropped post. */
const LINES_KEPT = 5;

/** For ASCII ids, seven characters of seven bits each fit exactly into one number; for others, three of 16 bits. */
const ASCII = 0x7f;

/** The rank of each string in the order of UTF-16 code units. */
export function stringRanks(strings: readonly string[]): Uint32Array {
  let bits = 0;
  for (const string of strings) for (let at = 0; at < string.length; at++) bits |= string.charCodeAt(at);
  const [unit, length] = bits <= ASCII ? [ASCII + 1, 7] : [0x10000, 3];
  const keys = new Float64Array(strings.length);
  for (const [i, string] of strings.entries()) {
    let key = 0;
    for (let at = 0; at < length; at++) key = key * unit + (at < string.length ? string.charCodeAt(at) : 0);
    keys[i] = key;
  }
  const order = radixArgsort(keys);
  sortEqual(order, keys, (a, b) => compare(strings[a] ?? outOfRange(), strings[b] ?? outOfRange()));
  const ranks = new Uint32Array(strings.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? outOfRange()] = rank;
  return ranks;
}

/**
 * Sorts posts by time, account, id and text, without duplicates of whole rows. The result is the same for any row
 * order.
 */
export function sortOrder(posts: SortKeys): Uint32Array {
  const { account, time, id, otherIds, raw, rest, input, line, flags } = posts;
  const ids: PostIds = { halves: id, other: otherIds };
  const keys = byTimeAndAccount(time, account);
  const order = radixArgsort(keys);
  // Compares everything that can affect a result. Rows that are still equal are ordered by position, which does not
  // affect results.
  sortEqual(
    order,
    keys,
    (a, b) =>
      (account[a] ?? outOfRange()) - (account[b] ?? outOfRange()) ||
      compareIds(ids, a, b) ||
      (raw[a] ?? outOfRange()) - (raw[b] ?? outOfRange()) ||
      (rest[a] ?? outOfRange()) - (rest[b] ?? outOfRange()) ||
      (input[a] ?? outOfRange()) - (input[b] ?? outOfRange()) ||
      (line[a] ?? outOfRange()) - (line[b] ?? outOfRange()),
  );
  let kept = 0;
  for (const i of order) if (((flags[i] ?? outOfRange()) & DUPLICATE_ROW) === 0) order[kept++] = i;
  return order.subarray(0, kept);
}

/**
 * Keeps only the first post with each id. If one input gives an id to two accounts, at different times or with
 * different texts, the id was damaged (rounded, as spreadsheets do): these posts are kept, but without their id. So are
 * posts of two inputs that count their posts from 1 each.
 */
export function dropRepeatedIds(
  order: Uint32Array,
  posts: Pick<SortKeys, 'id' | 'line' | 'input' | 'account' | 'time' | 'raw'>,
): { order: Uint32Array; repeated: DuplicateIds } {
  const { id, line, input } = posts;
  const repeated: DuplicateIds = new Map();
  const again = idsOfSeveral(order, id);
  if (again.size === 0) return { order, repeated };
  const contested = contestedIds(order, posts, again);
  const countedApart = idsCountedApart(order, posts, again);
  const seen = new Interner(2, 'values', order.length);
  const of = (i: number): { count: number; lines: number[]; contested?: number; countedApart?: number } => {
    const known = repeated.get(input[i] ?? outOfRange()) ?? { count: 0, lines: [] };
    repeated.set(input[i] ?? outOfRange(), known);
    return known;
  };
  let kept = 0;
  for (const i of order) {
    if (contested.has(idKey(id, i))) {
      const told = of(i);
      told.contested = (told.contested ?? 0) + 1;
      [id[2 * i], id[2 * i + 1]] = NO_ID;
      order[kept++] = i;
    } else if (countedApart.has(idKey(id, i))) {
      const told = of(i);
      told.countedApart = (told.countedApart ?? 0) + 1;
      [id[2 * i], id[2 * i + 1]] = NO_ID;
      order[kept++] = i;
    } else if (!isMissingId(id[2 * i] ?? outOfRange()) && !seen.add(id, 2 * i)) {
      const dropped = of(i);
      dropped.count++;
      keepLeast(dropped.lines, line[i] ?? outOfRange());
    } else order[kept++] = i;
  }
  return { order: order.subarray(0, kept), repeated };
}

function idKey(id: Uint32Array, i: number): string {
  return `${id[2 * i]} ${id[2 * i + 1]}`;
}

/** The ids of several posts; equal ids are adjacent after sorting. */
function idsOfSeveral(order: Uint32Array, id: Uint32Array): ReadonlySet<string> {
  const ids = new Uint32Array(2 * order.length);
  let end = 0;
  for (const i of order) {
    const high = id[2 * i] ?? outOfRange();
    if (isMissingId(high)) continue;
    ids[end++] = high;
    ids[end++] = id[2 * i + 1] ?? outOfRange();
  }
  new BigUint64Array(ids.buffer, 0, end / 2).sort();
  const again = new Set<string>();
  for (let at = 2; at < end; at += 2)
    if (ids[at] === ids[at - 2] && ids[at + 1] === ids[at - 1]) again.add(idKey(ids, at / 2));
  return again;
}

/** The repeated ids that belong to different posts. */
function contestedIds(
  order: Uint32Array,
  { id, input, account, time, raw }: Pick<SortKeys, 'id' | 'input' | 'account' | 'time' | 'raw'>,
  again: ReadonlySet<string>,
): ReadonlySet<string> {
  const contested = new Set<string>();
  const first = new Map<string, number>();
  for (const i of order) {
    const key = idKey(id, i);
    if (!again.has(key)) continue;
    const inInput = `${key} ${input[i]}`;
    const before = first.get(inInput);
    if (before === undefined) first.set(inInput, i);
    else if (account[before] !== account[i] && (time[before] !== time[i] || raw[before] !== raw[i])) contested.add(key);
  }
  return contested;
}

/** This many ids must stand for different posts in two inputs, and most of those that both have. */
const ENOUGH_APART = 3;

/**
 * The ids that stand for different posts in two inputs, most by other accounts and with other texts: each
 * input numbers its posts, as exports of chats do. Numbers of more than 32 bits are a platform's.
 */
function idsCountedApart(
  order: Uint32Array,
  { id, input, account, time, raw }: Pick<SortKeys, 'id' | 'input' | 'account' | 'time' | 'raw'>,
  again: ReadonlySet<string>,
): ReadonlySet<string> {
  const first = new Map<string, number>();
  const pairs = new Map<string, { differing: Set<string>; apart: number; same: number }>();
  for (const i of order) {
    if (id[2 * i] !== 0) continue;
    const key = idKey(id, i);
    if (!again.has(key)) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    if (before === undefined || input[before] === input[i]) continue;
    const inputs = [input[before], input[i]].sort().join(' ');
    const pair = pairs.get(inputs) ?? { differing: new Set(), apart: 0, same: 0 };
    pairs.set(inputs, pair);
    if (time[before] !== time[i]) pair.differing.add(key);
    if (account[before] !== account[i] && time[before] !== time[i] && raw[before] !== raw[i]) pair.apart++;
    else pair.same++;
  }
  const found = new Set<string>();
  for (const { differing, apart, same } of pairs.values())
    if (apart >= ENOUGH_APART && apart > same) for (const key of differing) found.add(key);
  return found;
}

function keepLeast(lines: number[], line: number): void {
  if (lines.length === LINES_KEPT && line >= (lines.at(-1) ?? 0)) return;
  lines.push(line);
  lines.sort((a, b) => a - b).splice(LINES_KEPT);
}

/** Sort keys for the order of time, then account, if both fit exactly into one number; else the times. */
function byTimeAndAccount(time: Float64Array, account: Uint32Array): Float64Array {
  const step = timeGranularity(time);
  let least = Infinity;
  let most = -Infinity;
  let accounts = 1;
  for (let p = 0; p < time.length; p++) {
    least = Math.min(least, time[p] ?? outOfRange());
    most = Math.max(most, time[p] ?? outOfRange());
    accounts = Math.max(accounts, (account[p] ?? outOfRange()) + 1);
  }
  if (((most - least) / step + 1) * accounts > Number.MAX_SAFE_INTEGER) return time;
  const keys = new Float64Array(time.length);
  for (let p = 0; p < keys.length; p++)
    keys[p] = (((time[p] ?? outOfRange()) - least) / step) * accounts + (account[p] ?? outOfRange());
  return keys;
}

function sortEqual(order: Uint32Array, keys: Float64Array, compareTwo: (a: number, b: number) => number): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    const key = keys[order[from] ?? outOfRange()];
    for (to = from + 1; to < order.length && keys[order[to] ?? outOfRange()] === key; to++);
    if (to - from > 1) order.subarray(from, to).sort(compareTwo);
  }
}

/**
 * Non-numeric ids come after numbers and are compared as strings, because their indexes depend on the order of rows.
 */
function compareIds({ halves, other }: PostIds, a: number, b: number): number {
  const [highA, highB] = [halves[2 * a] ?? outOfRange(), halves[2 * b] ?? outOfRange()];
  const [lowA, lowB] = [halves[2 * a + 1] ?? outOfRange(), halves[2 * b + 1] ?? outOfRange()];
  if (highA !== highB) return highA - highB;
  return isNonNumericId(highA) ? compare(other[lowA] ?? outOfRange(), other[lowB] ?? outOfRange()) : lowA - lowB;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
