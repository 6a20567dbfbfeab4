import { outOfRange } from '../stats/array-access.js';
import { OrderingHash } from '../text/ordering-hash.js';
import { CsrRows } from './csr-rows.js';
import type { DatasetBuilder } from './dataset-builder.js';
import type { GrowableArray } from './growable-array.js';
import { isMissingId, isNonNumericId, type PostIds } from './post-ids.js';
import { sortOrder, stringRanks, type DuplicateIds, dropRepeatedIds } from './sort-order.js';

/** The sorted posts, column by column. */
export interface SortedPosts {
  readonly count: number;
  /** The ids of accounts with posts, by UTF-16 code units, and the collector's number of each. */
  readonly ids: readonly string[];
  readonly profileOf: Uint32Array;
  readonly account: Uint32Array;
  readonly time: Float64Array;
  readonly postIds: PostIds;
  readonly input: Uint32Array;
  readonly line: Uint32Array;
  readonly at: Float64Array;
  readonly flags: Uint8Array;
  readonly textHash: Uint32Array;
  readonly wording: Uint32Array;
  /** Number of the retweeted post + 1; 0 for none. */
  readonly retweet: Uint32Array;
  /** Number of the retweeted author + 1; 0 if unknown. */
  readonly retweetedAuthor: Uint32Array;
  readonly links: CsrRows;
  /** Has no rows if no post has an object. */
  readonly objects: CsrRows;
  readonly targets: CsrRows;
  readonly tags: CsrRows;
  readonly repeated: DuplicateIds;
}

/**
 * Sorts posts (by time, account, id, text), keeps only the first post with each id, and makes ids for posts without
 * one from account, time, text and a counter for equal posts. Empties the collector's columns, and sorts each in
 * place: there are never two copies of everything in memory.
 */
export function sortAndDeduplicate({ columns, profiles, otherIds }: DatasetBuilder): SortedPosts {
  const ranks = stringRanks(profiles.id);
  const rank = columns.account.take();
  for (let i = 0; i < rank.length; i++) rank[i] = ranks[rank[i] ?? outOfRange()] ?? outOfRange();
  const time = columns.time.take();
  const id = columns.id.take();
  const raw = columns.raw.take();
  const input = columns.input.take();
  const line = columns.line.take();
  const flags = columns.flags.take();
  const ordered = sortOrder({ account: rank, time, id, otherIds, raw, rest: columns.rest.take(), input, line, flags });
  const { order, repeated } = dropRepeatedIds(ordered, { id, line, input, account: rank, time, raw });

  const ordering = new Ordering(order);
  const account = ordering.words(rank);
  const { ids, profileOf } = present(profiles.id, ranks, account);
  const times = ordering.doubles(time);
  const textHash = ordering.words(raw);
  const halves = ordering.pairs(id);
  return {
    count: order.length,
    ids,
    profileOf,
    account,
    time: times,
    postIds: identify({ halves, other: renumbered(halves, otherIds) }, { account, time: times, ids, raw: textHash }),
    input: ordering.words(input),
    line: ordering.words(line),
    at: ordering.doubles(columns.at.take()),
    flags: ordering.bytes(flags),
    textHash,
    wording: ordering.words(columns.wording.take()),
    retweet: ordering.words(columns.retweet.take()),
    retweetedAuthor: ordering.words(columns.retweetedAuthor.take()),
    links: ordering.rows(columns.links),
    objects: noRows(columns.objects) ?? ordering.rows(columns.objects),
    targets: ordering.rows(columns.targets),
    tags: ordering.rows(columns.tags),
    repeated,
  };
}

/** An empty table if no post has a value; then the counts are not needed. */
function noRows({ counts, values }: DatasetBuilder['columns']['objects']): CsrRows | undefined {
  if (values.length > 0) return undefined;
  counts.take();
  return CsrRows.fromArrays([]);
}

/**
 * Sorts columns in place, with one temporary buffer for all of them. Each array type has its own method: in a shared
 * one, V8 would allocate an object for every number.
 */
class Ordering {
  readonly #order: Uint32Array;
  readonly #room: ArrayBuffer;

  constructor(order: Uint32Array) {
    this.#order = order;
    this.#room = new ArrayBuffer(8 * order.length);
  }

  bytes(values: Uint8Array): Uint8Array {
    const order = this.#order;
    const room = new Uint8Array(this.#room, 0, order.length);
    for (let k = 0; k < order.length; k++) room[k] = values[order[k] ?? outOfRange()] ?? outOfRange();
    values.set(room);
    return values.subarray(0, order.length);
  }

  words(values: Uint32Array): Uint32Array {
    const order = this.#order;
    const room = new Uint32Array(this.#room, 0, order.length);
    for (let k = 0; k < order.length; k++) room[k] = values[order[k] ?? outOfRange()] ?? outOfRange();
    values.set(room);
    return values.subarray(0, order.length);
  }

  doubles(values: Float64Array): Float64Array {
    const order = this.#order;
    const room = new Float64Array(this.#room, 0, order.length);
    for (let k = 0; k < order.length; k++) room[k] = values[order[k] ?? outOfRange()] ?? outOfRange();
    values.set(room);
    return values.subarray(0, order.length);
  }

  /** Two values per post. */
  pairs(values: Uint32Array): Uint32Array {
    const order = this.#order;
    const room = new Uint32Array(this.#room);
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      room[2 * k] = values[2 * i] ?? outOfRange();
      room[2 * k + 1] = values[2 * i + 1] ?? outOfRange();
    }
    values.set(room);
    return values.subarray(0, room.length);
  }

  /** A variable number of values per post. */
  rows(columns: { readonly counts: GrowableArray<Uint16Array>; readonly values: GrowableArray<Uint32Array> }): CsrRows {
    return CsrRows.fromSizes(columns.counts.take(), columns.values.take()).select(this.#order);
  }
}

/**
 * The accounts that still have posts (all posts of the others were duplicates). Converts ranks in `account` to
 * account numbers.
 */
function present(
  ids: readonly string[],
  ranks: Uint32Array,
  account: Uint32Array,
): { ids: string[]; profileOf: Uint32Array } {
  const numbers = new Uint32Array(ids.length);
  for (const rank of account) numbers[rank] = 1;
  let count = 0;
  for (let rank = 0; rank < numbers.length; rank++) numbers[rank] = numbers[rank] === 1 ? ++count : 0;
  for (let p = 0; p < account.length; p++) account[p] = (numbers[account[p] ?? outOfRange()] ?? outOfRange()) - 1;
  const profileOf = new Uint32Array(count);
  for (let profile = 0; profile < ranks.length; profile++) {
    const number = numbers[ranks[profile] ?? outOfRange()] ?? outOfRange();
    if (number > 0) profileOf[number - 1] = profile;
  }
  return { ids: Array.from(profileOf, (profile) => ids[profile] ?? outOfRange()), profileOf };
}

/**
 * The non-numeric ids in the order of posts, because the collector's list depends on the order of rows. Updates the
 * halves.
 */
function renumbered(halves: Uint32Array, other: readonly string[]): string[] {
  if (other.length === 0) return [];
  const listed: string[] = [];
  for (let k = 0; k < halves.length; k += 2) {
    if (isNonNumericId(halves[k] ?? outOfRange()))
      halves[k + 1] = listed.push(other[halves[k + 1] ?? outOfRange()] ?? outOfRange()) - 1;
  }
  return listed;
}

/**
 * Makes 64-bit ids for posts without an id: among ten million posts the probability of any collision is about 3 in a
 * million.
 */
function identify(
  stated: PostIds,
  posts: {
    readonly account: Uint32Array;
    readonly time: Float64Array;
    readonly ids: readonly string[];
    readonly raw: Uint32Array;
  },
): PostIds {
  const { account, time, ids, raw } = posts;
  const { halves } = stated;
  const made = new Uint8Array(account.length);
  const hash = new OrderingHash();
  let ordinal = 0;
  let some = false;
  for (let p = 0; p < account.length; p++) {
    if (!isMissingId(halves[2 * p] ?? outOfRange())) continue;
    const again =
      made[p - 1] === 1 && account[p] === account[p - 1] && time[p] === time[p - 1] && raw[p] === raw[p - 1];
    ordinal = again ? ordinal + 1 : 1;
    hash
      .reset()
      .add(ids[account[p] ?? outOfRange()] ?? outOfRange())
      .add(String(time[p]))
      .add(String(raw[p]))
      .add(String(ordinal));
    halves[2 * p] = hash.high;
    halves[2 * p + 1] = hash.low;
    made[p] = 1;
    some = true;
  }
  return some ? { ...stated, made } : stated;
}
