import type { ItemKind } from '../documents/evidence.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { Interner } from '../text/interner.js';
import { HASH_WORDS, KeyedHash } from '../text/keyed-hash.js';
import { canonicalTagSequence } from './canonical-keys.js';
import { CsrBuilder, CsrRows } from './csr-rows.js';
import type { DatasetBuilder } from './dataset-builder.js';
import type { Items } from './dataset.js';
import { RETWEET } from './record-batch.js';
import type { SortedPosts } from './sort-posts.js';

/** The number of different items of each kind, shared or not. */
export type ItemCounts = Readonly<Record<'retweet' | 'text' | 'link' | 'object' | 'target', number>>;

/**
 * The items of each kind that at least two accounts share, numbered by first occurrence.
 *
 * @param wording number of each post's wording, the same for duplicates and near-duplicates
 * @param telling for each wording, 1 if it has enough words to be compared
 */
export function indexSharedItems(
  posts: SortedPosts,
  wording: Uint32Array,
  telling: Uint8Array,
  tagNames: readonly string[],
  sizes: ItemCounts,
): Record<ItemKind, Items> {
  const accounts = posts.ids.length;
  const own = (p: number): boolean => ((posts.flags[p] ?? outOfRange()) & RETWEET) === 0;
  const one = (key: (p: number) => number): CsrRows => singles(posts.count, key);
  const table = (keys: CsrRows, size: number): Items => buildItems(keys, size, posts.account, accounts);
  const series = seriesOfTags(posts, tagNames, own);
  return {
    retweet: table(
      one((p) => (posts.retweet[p] ?? outOfRange()) - 1),
      sizes.retweet,
    ),
    text: table(
      one((p) => {
        const key = wording[p] ?? outOfRange();
        return own(p) && (telling[key] ?? outOfRange()) === 1 ? key : -1;
      }),
      sizes.text,
    ),
    link: table(posts.links, sizes.link),
    object: table(posts.objects, sizes.object),
    target: table(posts.targets, sizes.target),
    tags: table(series.keys, series.size),
  };
}

/** The column of each shared object: that of its key in the first post with it. */
export function columnsOfObjects(
  { postsOf, keyIndex }: Items,
  { objects }: SortedPosts,
  { objectColumn, objectColumns }: Pick<DatasetBuilder, 'objectColumn' | 'objectColumns'>,
): string[] {
  const columns = objectColumn.take();
  return Array.from(keyIndex, (k, i) => {
    const first = postsOf.values[postsOf.start(i)] ?? outOfRange();
    const key = objects.values[objects.start(first) + k] ?? outOfRange();
    return objectColumns[columns[key] ?? outOfRange()] ?? outOfRange();
  });
}

/**
 * See `Dataset.targetAccounts`. Of several accounts with one handle, the first.
 * @param addressed the collector's numbers of accounts, by the key of a target
 */
export function accountsOfTargets(
  { postsOf, keyIndex }: Items,
  { targets, profileOf }: SortedPosts,
  addressed: ReadonlyMap<number, readonly number[]>,
): Int32Array {
  const accountOf = new Int32Array(profileOf.reduce((most, each) => Math.max(most, each), 0) + 1).fill(-1);
  for (const [a, profile] of profileOf.entries()) accountOf[profile] = a;
  const present = (profiles: readonly number[]): number[] =>
    profiles.map((profile) => accountOf[profile] ?? -1).filter((a) => a >= 0);
  return Int32Array.from(keyIndex, (k, i) => {
    const first = postsOf.values[postsOf.start(i)] ?? outOfRange();
    const found = present(addressed.get(targets.values[targets.start(first) + k] ?? outOfRange()) ?? []);
    return found.length === 0 ? -1 : Math.min(...found);
  });
}

/** Rows with one key each, or none if the key is negative. */
function singles(count: number, keyOf: (p: number) => number): CsrRows {
  const offsets = new Uint32Array(count + 1);
  const values = new Uint32Array(count);
  let end = 0;
  for (let p = 0; p < count; p++) {
    const key = keyOf(p);
    if (key >= 0) values[end++] = key;
    offsets[p + 1] = end;
  }
  return new CsrRows(offsets, values.slice(0, end));
}

/**
 * Numbers the tag sequence of each post. Tags on more than half of the posts are left out: the dump was collected by
 * them.
 */
function seriesOfTags(
  { count, tags }: SortedPosts,
  names: readonly string[],
  own: (p: number) => boolean,
): { keys: CsrRows; size: number } {
  const times = new Uint32Array(names.length);
  for (const tag of tags.values) increment(times, tag);
  const numbers = new Interner(HASH_WORDS, 'hashes');
  const hash = new KeyedHash();
  const words = new Uint32Array(HASH_WORDS);
  const numberOf = (p: number): number => {
    if (tags.rowSize(p) === 0 || !own(p)) return -1;
    const others: string[] = [];
    for (const tag of tags.row(p))
      if ((times[tag] ?? outOfRange()) <= count / 2) others.push(names[tag] ?? outOfRange());
    const key = canonicalTagSequence(others);
    if (key === '') return -1;
    hash.reset().add(key).write(words, 0);
    return numbers.numberOf(words, 0);
  };
  return { keys: singles(count, numberOf), size: numbers.size };
}

const NONE = 0xffff_ffff;

/** @param keys the items of each post, as numbers below `size` */
function buildItems(keys: CsrRows, size: number, account: Uint32Array, accounts: number): Items {
  const able = new Uint8Array(accounts);
  const numbers = numberShared(keys, size, account, able);
  const count = numbers.count;
  const postsOf = postsBearing(keys, numbers);
  const accountsOf = accountsBearing(postsOf, account, accounts);
  return {
    count,
    postsOf,
    accountsOf,
    itemsOf: accountsOf.transposed(accounts),
    measurable: able,
    keyIndex: placesIn(keys, numbers),
  };
}

interface Numbers {
  readonly count: number;
  /** The item number of each key; `NONE` if only one account has it. */
  readonly of: Uint32Array;
}

function numberShared(keys: CsrRows, size: number, account: Uint32Array, able: Uint8Array): Numbers {
  const first = new Uint32Array(size).fill(NONE);
  const shared = new Uint8Array(size);
  keys.forEach((key, p) => {
    const a = account[p] ?? outOfRange();
    const before = first[key] ?? outOfRange();
    able[a] = 1;
    if (before === NONE) first[key] = a;
    else if (before !== a) shared[key] = 1;
  });
  const of = first.fill(NONE);
  let count = 0;
  for (const key of keys.values) if (shared[key] === 1 && of[key] === NONE) of[key] = count++;
  return { count, of };
}

/** Row i: the posts with item i, each once, even if a post has the item several times. */
function postsBearing(keys: CsrRows, { count, of }: Numbers): CsrRows {
  const last = new Uint32Array(count);
  const each = (visit: (item: number, p: number) => void): void => {
    last.fill(NONE);
    keys.forEach((key, p) => {
      const item = of[key] ?? outOfRange();
      if (item === NONE || (last[item] ?? outOfRange()) === p) return;
      last[item] = p;
      visit(item, p);
    });
  };
  const sizes = new Uint32Array(count);
  each((item) => void increment(sizes, item));
  const builder = new CsrBuilder(sizes);
  each((item, p) => builder.push(item, p));
  return builder.build();
}

function accountsBearing(postsOf: CsrRows, account: Uint32Array, accounts: number): CsrRows {
  const last = new Uint32Array(accounts).fill(NONE);
  const offsets = new Uint32Array(postsOf.count + 1);
  const found = new Uint32Array(postsOf.values.length);
  let end = 0;
  for (let i = 0; i < postsOf.count; i++) {
    const start = end;
    for (const p of postsOf.row(i)) {
      const a = account[p] ?? outOfRange();
      if ((last[a] ?? outOfRange()) === i) continue;
      last[a] = i;
      found[end++] = a;
    }
    offsets[i + 1] = end;
    found.subarray(start, end).sort();
  }
  return new CsrRows(offsets, found.slice(0, end));
}

/** The index of each item among the keys of its first post. */
function placesIn(keys: CsrRows, { count, of }: Numbers): Uint16Array {
  const place = new Uint16Array(count);
  let seen = 0;
  keys.forEach((key, _, k) => {
    // Items are numbered by first occurrence.
    if ((of[key] ?? outOfRange()) === seen) place[seen++] = k;
  });
  return place;
}
