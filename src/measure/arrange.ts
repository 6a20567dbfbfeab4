import { radixOrder } from '../stats/radix-order.js';
import { Hash64 } from '../text/hash64.js';
import { DROPPED, type Keys } from './block.js';
import type { Collector, Gathered } from './collector.js';
import { HashNumbers } from './hash-numbers.js';
import type { Rows } from './measurements.js';
import { isNone, isOther, type PostIds } from './post-ids.js';

/** Posts in their one order, column by column. */
export interface Arranged {
  readonly count: number;
  /** Ids of the accounts that have posts, by UTF-16 code units, and the collector's number for each. */
  readonly ids: readonly string[];
  readonly profileOf: Uint32Array;
  readonly account: Uint32Array;
  readonly time: Float64Array;
  readonly postIds: PostIds;
  readonly input: Uint32Array;
  readonly line: Uint32Array;
  readonly at: Float64Array;
  readonly flags: Uint8Array;
  readonly wording: Uint32Array;
  /** Number of the retweeted thing + 1; 0 for none. */
  readonly retweet: Uint32Array;
  readonly links: Rows;
  readonly targets: Rows;
  readonly tags: Rows;
  readonly repeated: ReadonlyMap<number, { readonly count: number; readonly lines: readonly number[] }>;
}

/** How many line numbers are kept for each kind of dropped post. */
const LINES_KEPT = 5;

/**
 * Puts posts in their one order (time, account, id, text), drops all but the first of those with the same id, and
 * gives an id to those that have none: from account, time, text and ordinal among equals. Empties the collector.
 */
export function arrange(collector: Collector): Arranged {
  collector.close();
  const blocks = collector.blocks.splice(0);
  const ranks = ranksOf(collector.profiles.id);
  const all = {
    account: column(blocks, ({ account }) => account, Uint32Array).map((number) => ranks[number] ?? 0),
    time: column(blocks, ({ time }) => time, Float64Array),
    id: column(blocks, ({ id }) => id, Uint32Array),
    raw: column(blocks, ({ raw }) => raw, Uint32Array),
    rest: column(blocks, ({ rest }) => rest, Uint32Array),
    line: column(blocks, ({ line }) => line, Uint32Array),
    input: inputsOf(blocks),
  };
  const other = collector.otherIds;
  const ordered = inOrder(all, other);
  const flags = column(blocks, ({ flags: of }) => of, Uint8Array);
  const { order, repeated } = withoutRepeats(ordered.filter((i) => ((flags[i] ?? 0) & DROPPED) === 0), all);

  const { ids, profileOf, numbers } = present(collector.profiles.id, ranks, all.account, order);
  const account = gather(all.account, order).map((rank) => numbers[rank] ?? 0);
  const time = gather(all.time, order);
  const halves = new Uint32Array(2 * order.length);
  for (let k = 0; k < order.length; k++) {
    halves[2 * k] = all.id[2 * (order[k] ?? 0)] ?? 0;
    halves[2 * k + 1] = all.id[2 * (order[k] ?? 0) + 1] ?? 0;
  }
  return {
    count: order.length,
    ids,
    profileOf,
    account,
    time,
    postIds: identify({ halves, other: renumbered(halves, other) }, { account, time, ids, raw: gather(all.raw, order) }),
    input: gather(all.input, order),
    line: gather(all.line, order),
    at: gather(column(blocks, ({ at }) => at, Float64Array), order),
    flags: gather(flags, order),
    wording: gather(column(blocks, ({ wording }) => wording, Uint32Array), order),
    retweet: gather(column(blocks, ({ retweet }) => retweet, Uint32Array), order),
    links: gatherKeys(blocks, ({ links }) => links, order),
    targets: gatherKeys(blocks, ({ targets }) => targets, order),
    tags: gatherKeys(blocks, ({ tags }) => tags, order),
    repeated,
  };
}

interface Columns {
  readonly account: Uint32Array;
  readonly time: Float64Array;
  readonly id: Uint32Array;
  readonly raw: Uint32Array;
  readonly rest: Uint32Array;
  readonly line: Uint32Array;
  readonly input: Uint32Array;
}

/** The place of each string among all. */
function ranksOf(ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => compare(ids[a] ?? '', ids[b] ?? ''));
  const ranks = new Uint32Array(ids.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

function inOrder(all: Columns, other: readonly string[]): Uint32Array {
  const { account, time, id, raw, rest, line, input } = all;
  const halves = (a: number, b: number): number => (id[2 * a] ?? 0) - (id[2 * b] ?? 0) || (id[2 * a + 1] ?? 0) - (id[2 * b + 1] ?? 0);
  const ids = other.length === 0 ? halves : (a: number, b: number) => compareIds({ halves: id, other }, a, b);
  // Everything counts that a measurement may come from; what is left equal is told apart by its place, which tells nothing.
  const compareEqualTimes = (a: number, b: number): number =>
    (account[a] ?? 0) - (account[b] ?? 0) ||
    ids(a, b) ||
    (raw[a] ?? 0) - (raw[b] ?? 0) ||
    (rest[a] ?? 0) - (rest[b] ?? 0) ||
    (input[a] ?? 0) - (input[b] ?? 0) ||
    (line[a] ?? 0) - (line[b] ?? 0);
  const order = radixOrder(time);
  for (let from = 0, to = 0; from < order.length; from = to) {
    for (to = from + 1; to < order.length && time[order[to] ?? 0] === time[order[from] ?? 0]; to++);
    if (to - from > 1) order.subarray(from, to).sort(compareEqualTimes);
  }
  return order;
}

/** Other ids stand after numbers, by their letters: their places in the list come from the order of rows. */
function compareIds({ halves, other }: PostIds, a: number, b: number): number {
  const [highA, highB] = [halves[2 * a] ?? 0, halves[2 * b] ?? 0];
  const [lowA, lowB] = [halves[2 * a + 1] ?? 0, halves[2 * b + 1] ?? 0];
  if (highA !== highB || isNone(highA)) return highA - highB;
  return isOther(highA) ? compare(other[lowA] ?? '', other[lowB] ?? '') : lowA - lowB;
}

function withoutRepeats(ordered: Uint32Array, { id, line, input }: Columns): { order: Uint32Array; repeated: Map<number, { count: number; lines: number[] }> } {
  const seen = new HashNumbers();
  const repeated = new Map<number, { count: number; lines: number[] }>();
  let kept = 0;
  for (const i of ordered) {
    const high = id[2 * i] ?? 0;
    const before = seen.size;
    if (!isNone(high) && seen.numberOf(high, id[2 * i + 1] ?? 0) < before) {
      const dropped = repeated.get(input[i] ?? 0) ?? { count: 0, lines: [] };
      dropped.count++;
      keepLeast(dropped.lines, line[i] ?? 0);
      repeated.set(input[i] ?? 0, dropped);
    } else ordered[kept++] = i;
  }
  return { order: ordered.slice(0, kept), repeated };
}

function keepLeast(lines: number[], line: number): void {
  if (lines.length === LINES_KEPT && line >= (lines.at(-1) ?? 0)) return;
  lines.push(line);
  lines.sort((a, b) => a - b).splice(LINES_KEPT);
}

/** The accounts that have posts: whose every post was a repetition of another's has none here. */
function present(ids: readonly string[], ranks: Uint32Array, account: Uint32Array, order: Uint32Array): { ids: string[]; profileOf: Uint32Array; numbers: Uint32Array } {
  const there = new Uint8Array(ids.length);
  for (const i of order) there[account[i] ?? 0] = 1;
  const numbers = new Uint32Array(ids.length);
  let count = 0;
  for (let rank = 0; rank < there.length; rank++) if (there[rank] === 1) numbers[rank] = count++;
  const profileOf = new Uint32Array(count);
  for (let number = 0; number < ranks.length; number++) {
    const rank = ranks[number] ?? 0;
    if (there[rank] === 1) profileOf[numbers[rank] ?? 0] = number;
  }
  return { ids: Array.from(profileOf, (number) => ids[number] ?? ''), profileOf, numbers };
}

/** The list of other ids in the order of posts, that of the collector being the order of rows; changes the halves. */
function renumbered(halves: Uint32Array, other: readonly string[]): string[] {
  if (other.length === 0) return [];
  const listed: string[] = [];
  for (let k = 0; k < halves.length; k += 2) {
    if (isOther(halves[k] ?? 0)) halves[k + 1] = listed.push(other[halves[k + 1] ?? 0] ?? '') - 1;
  }
  return listed;
}

/** Gives an id to those that have none, of 64 bits: among ten million posts the chance that any two meet is about 3 in a million. */
function identify(stated: PostIds, posts: { readonly account: Uint32Array; readonly time: Float64Array; readonly ids: readonly string[]; readonly raw: Uint32Array }): PostIds {
  const { account, time, ids, raw } = posts;
  const { halves } = stated;
  const made = new Uint8Array(account.length);
  const hash = new Hash64();
  let ordinal = 0;
  let some = false;
  for (let p = 0; p < account.length; p++) {
    if (!isNone(halves[2 * p] ?? 0)) continue;
    const again = made[p - 1] === 1 && account[p] === account[p - 1] && time[p] === time[p - 1] && raw[p] === raw[p - 1];
    ordinal = again ? ordinal + 1 : 1;
    hash.reset().add(ids[account[p] ?? 0] ?? '').add(String(time[p])).add(String(raw[p])).add(String(ordinal));
    halves[2 * p] = hash.high;
    halves[2 * p + 1] = hash.low;
    made[p] = 1;
    some = true;
  }
  return some ? { ...stated, made } : stated;
}

type Column = Uint8Array | Uint32Array | Float64Array;
type Maker<C extends Column> = new (length: number) => C;

function column<C extends Column>(blocks: readonly Gathered[], of: (block: Gathered) => C, Made: Maker<C>): C {
  const parts = blocks.map(of);
  const whole = new Made(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function inputsOf(blocks: readonly Gathered[]): Uint32Array {
  return column(blocks, ({ input, count }) => new Uint32Array(count).fill(input), Uint32Array);
}

function gather<C extends Column>(values: C, order: Uint32Array): C {
  const gathered = values.slice(0, order.length);
  for (let k = 0; k < order.length; k++) gathered[k] = values[order[k] ?? 0] ?? 0;
  return gathered as C;
}

function gatherKeys(blocks: readonly Gathered[], of: (block: Gathered) => Keys, order: Uint32Array): Rows {
  const values = column(blocks, (block) => of(block).values, Uint32Array);
  const counts = column(blocks, (block) => Uint32Array.from(of(block).counts), Uint32Array);
  const from = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) from[i + 1] = (from[i] ?? 0) + (counts[i] ?? 0);
  const start = new Uint32Array(order.length + 1);
  for (let k = 0; k < order.length; k++) start[k + 1] = (start[k] ?? 0) + (counts[order[k] ?? 0] ?? 0);
  const gathered = new Uint32Array(start[order.length] ?? 0);
  for (let k = 0; k < order.length; k++) {
    const i = order[k] ?? 0;
    gathered.set(values.subarray(from[i], from[i + 1]), start[k]);
  }
  return { start, values: gathered };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
