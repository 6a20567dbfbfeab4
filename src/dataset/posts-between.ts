import { outOfRange } from '../stats/array-access.js';
import { lowerBound } from '../stats/search.js';
import { groupIndices } from './csr-rows.js';
import type { AccountPostColumns } from './dataset.js';

export interface Excerpt {
  /** The posts in a time span and their authors, renumbered in the same order. */
  readonly columns: Omit<AccountPostColumns, 'hashtags'>;
  /** The number of each of these accounts in the whole dataset. */
  readonly accounts: Uint32Array;
}

/**
 * The posts in a time span and their accounts, as separate columns; undefined if there are none. The time resolution
 * is that of the whole.
 * @param from start in milliseconds (inclusive)
 * @param until end in milliseconds (exclusive)
 */
export function postsBetween(whole: AccountPostColumns, from: number, until: number): Excerpt | undefined {
  const { posts, accounts, hashtags: _, ...rest } = whole;
  const [start, end] = [lowerBound(posts.time, from), lowerBound(posts.time, until)];
  if (start >= end) return undefined;
  const present = new Uint8Array(accounts.count);
  for (let p = start; p < end; p++) present[posts.account[p] ?? outOfRange()] = 1;
  const numbers = Uint32Array.from([...present.keys()].filter((a) => present[a] === 1));
  const numberOf = new Uint32Array(accounts.count);
  for (const [number, a] of numbers.entries()) numberOf[a] = number;
  const account = posts.account.slice(start, end).map((a) => numberOf[a] ?? outOfRange());
  const pick = <T>(values: ArrayLike<T>): T[] => Array.from(numbers, (a) => values[a] ?? outOfRange());
  return {
    accounts: numbers,
    columns: {
      ...rest,
      accounts: {
        count: numbers.length,
        id: pick(accounts.id),
        handle: pick(accounts.handle),
        displayName: pick(accounts.displayName),
        created: Float64Array.from(pick(accounts.created)),
        createdFrom: Float64Array.from(pick(accounts.createdFrom)),
        createdTo: Float64Array.from(pick(accounts.createdTo)),
        createdSource: pick(accounts.createdSource),
        postsOf: groupIndices(account, numbers.length),
      },
      posts: {
        count: end - start,
        id: {
          halves: posts.id.halves.slice(2 * start, 2 * end),
          other: posts.id.other,
          ...(posts.id.made ? { made: posts.id.made.slice(start, end) } : {}),
        },
        account,
        time: posts.time.slice(start, end),
        retweet: posts.retweet.slice(start, end),
        input: posts.input.slice(start, end),
        line: posts.line.slice(start, end),
        recordOffset: posts.recordOffset.slice(start, end),
      },
    },
  };
}
