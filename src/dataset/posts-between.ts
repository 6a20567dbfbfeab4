import { outOfRange } from '../stats/array-access.js';
import { lowerBound } from '../stats/search.js';
import { groupIndices } from './csr-rows.js';
import type { AccountPostColumns } from './dataset.js';

export interface Excerpt {
  /** The posts of the span, and the accounts that wrote them, numbered anew in the same order. */
  readonly columns: Omit<AccountPostColumns, 'hashtags'>;
  /** For each of these accounts its number in the whole. */
  readonly accounts: Uint32Array;
}

/**
 * The posts of a span and their accounts, as columns of their own; undefined where there are none. How finely times are
 * told stays that of the whole.
 * @param from milliseconds, within the span
 * @param until milliseconds, no more in it
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
