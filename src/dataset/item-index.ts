import type { ItemKind } from '../documents/evidence.js';
import { Hash64 } from '../text/hash64.js';
import { Interner } from '../text/interner.js';
import { canonicalTagSequence } from './canonical-keys.js';
import type { Items, CsrRows } from './dataset.js';
import { RETWEET } from './record-batch.js';
import type { SortedPosts } from './sort-posts.js';

/** How many different things of each kind there are, shared or not. */
export type ItemCounts = Readonly<Record<'retweet' | 'text' | 'link' | 'target', number>>;

/**
 * The items that each kind of sharing knows, as far as at least two accounts bear them; numbered in the order in which
 * they first occur.
 *
 * @param wording number of each post's wording, the same for copies and near copies
 * @param telling for each wording 1 where it has enough words to say something
 */
export function indexSharedItems(
  posts: SortedPosts,
  wording: Uint32Array,
  telling: Uint8Array,
  tagNames: readonly string[],
  sizes: ItemCounts,
): Record<ItemKind, Items> {
  const accounts = posts.ids.length;
  const own = (p: number): boolean => ((posts.flags[p] ?? 0) & RETWEET) === 0;
  const one = (key: (p: number) => number): CsrRows => singles(posts.count, key);
  const table = (keys: CsrRows, size: number): Items => buildItems(keys, size, posts.account, accounts);
  const series = seriesOfTags(posts, tagNames, own);
  return {
    retweet: table(
      one((p) => (posts.retweet[p] ?? 0) - 1),
      sizes.retweet,
    ),
    text: table(
      one((p) => (own(p) && telling[wording[p] ?? 0] === 1 ? (wording[p] ?? 0) : -1)),
      sizes.text,
    ),
    link: table(posts.links, sizes.link),
    target: table(posts.targets, sizes.target),
    tags: table(series.keys, series.size),
  };
}

/** Rows of one key each, or none where it is below 0. */
function singles(count: number, key: (p: number) => number): CsrRows {
  const start = new Uint32Array(count + 1);
  for (let p = 0; p < count; p++) start[p + 1] = (start[p] ?? 0) + (key(p) < 0 ? 0 : 1);
  const values = new Uint32Array(start[count] ?? 0);
  for (let p = 0; p < count; p++) if (start[p + 1] !== start[p]) values[start[p] ?? 0] = key(p);
  return { offsets: start, values };
}

/** The series of tags of each post, numbered. Tags on more than half of the posts are left out: what the dump was collected by. */
function seriesOfTags(
  { count, tags }: SortedPosts,
  names: readonly string[],
  own: (p: number) => boolean,
): { keys: CsrRows; size: number } {
  const times = new Uint32Array(names.length);
  for (const tag of tags.values) times[tag] = (times[tag] ?? 0) + 1;
  const numbers = new Interner(2);
  const hash = new Hash64();
  const numberOf = (p: number): number => {
    const from = tags.offsets[p] ?? 0;
    const to = tags.offsets[p + 1] ?? 0;
    if (to - from === 0 || !own(p)) return -1;
    const others: string[] = [];
    for (let k = from; k < to; k++) {
      const tag = tags.values[k] ?? 0;
      if ((times[tag] ?? 0) <= count / 2) others.push(names[tag] ?? '');
    }
    const key = canonicalTagSequence(others);
    if (key === '') return -1;
    hash.reset().add(key);
    return numbers.numberOf(Uint32Array.of(hash.high, hash.low), 0);
  };
  return { keys: singles(count, numberOf), size: numbers.size };
}

const NONE = 0xffff_ffff;

/** @param keys the things that each post bears, by number below `size` */
function buildItems(keys: CsrRows, size: number, account: Uint32Array, accounts: number): Items {
  const able = new Uint8Array(accounts);
  const numbers = numberShared(keys, size, account, able);
  const count = numbers.count;
  const postsOf = postsBearing(keys, numbers);
  const accountsOf = accountsBearing(postsOf, count, account, accounts);
  return {
    count,
    postsOf,
    accountsOf,
    itemsOf: turned(accountsOf, count, accounts),
    measurable: able,
    keyIndex: placesIn(keys, numbers),
  };
}

interface Numbers {
  readonly count: number;
  /** For each thing its number as an item; `NONE` for what one account alone bears. */
  readonly of: Uint32Array;
}

function numberShared({ offsets, values }: CsrRows, size: number, account: Uint32Array, able: Uint8Array): Numbers {
  const first = new Uint32Array(size).fill(NONE);
  const shared = new Uint8Array(size);
  for (let p = 0; p < account.length; p++) {
    const a = account[p] ?? 0;
    for (let k = offsets[p] ?? 0; k < (offsets[p + 1] ?? 0); k++) {
      const key = values[k] ?? 0;
      able[a] = 1;
      if (first[key] === NONE) first[key] = a;
      else if (first[key] !== a) shared[key] = 1;
    }
  }
  const of = first.fill(NONE);
  let count = 0;
  for (const key of values) if (shared[key] === 1 && of[key] === NONE) of[key] = count++;
  return { count, of };
}

/** Each post once for each item, however often it bears it. */
function postsBearing({ offsets, values }: CsrRows, { count, of }: Numbers): CsrRows {
  const last = new Uint32Array(count).fill(NONE);
  const begin = new Uint32Array(count + 1);
  const each = (visit: (item: number, p: number) => void): void => {
    last.fill(NONE);
    for (let p = 0; p + 1 < offsets.length; p++) {
      for (let k = offsets[p] ?? 0; k < (offsets[p + 1] ?? 0); k++) {
        const item = of[values[k] ?? 0] ?? NONE;
        if (item === NONE || last[item] === p) continue;
        last[item] = p;
        visit(item, p);
      }
    }
  };
  each((item) => void (begin[item + 1] = (begin[item + 1] ?? 0) + 1));
  for (let i = 0; i < count; i++) begin[i + 1] = (begin[i + 1] ?? 0) + (begin[i] ?? 0);
  const next = begin.slice();
  const posts = new Uint32Array(begin[count] ?? 0);
  each((item, p) => {
    const at = next[item] ?? 0;
    posts[at] = p;
    next[item] = at + 1;
  });
  return { offsets: begin, values: posts };
}

function accountsBearing(postsOf: CsrRows, count: number, account: Uint32Array, accounts: number): CsrRows {
  const last = new Uint32Array(accounts).fill(NONE);
  const start = new Uint32Array(count + 1);
  const found = new Uint32Array(postsOf.values.length);
  let end = 0;
  for (let i = 0; i < count; i++) {
    for (let k = postsOf.offsets[i] ?? 0; k < (postsOf.offsets[i + 1] ?? 0); k++) {
      const a = account[postsOf.values[k] ?? 0] ?? 0;
      if (last[a] === i) continue;
      last[a] = i;
      found[end++] = a;
    }
    start[i + 1] = end;
    found.subarray(start[i], end).sort();
  }
  return { offsets: start, values: found.slice(0, end) };
}

/** The table from the other side: for each account its items, ascending. */
function turned({ offsets, values }: CsrRows, count: number, accounts: number): CsrRows {
  const begin = new Uint32Array(accounts + 1);
  for (const a of values) begin[a + 1] = (begin[a + 1] ?? 0) + 1;
  for (let a = 0; a < accounts; a++) begin[a + 1] = (begin[a + 1] ?? 0) + (begin[a] ?? 0);
  const next = begin.slice();
  const items = new Uint32Array(values.length);
  for (let i = 0; i < count; i++) {
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const a = values[k] ?? 0;
      const at = next[a] ?? 0;
      items[at] = i;
      next[a] = at + 1;
    }
  }
  return { offsets: begin, values: items };
}

/** Which of the keys of its first post each item is. */
function placesIn({ offsets, values }: CsrRows, { count, of }: Numbers): Uint16Array {
  const place = new Uint16Array(count);
  let seen = 0;
  for (let p = 0; p + 1 < offsets.length && seen < count; p++) {
    for (let k = offsets[p] ?? 0; k < (offsets[p + 1] ?? 0); k++) {
      const item = of[values[k] ?? 0] ?? NONE;
      // Items are numbered in the order in which they first occur.
      if (item === seen) place[seen++] = k - (offsets[p] ?? 0);
    }
  }
  return place;
}
