import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { memoizeWeak } from './memoize-weak.js';
import type { Posterior } from './signal.js';

/** Posts, in order of time, that count as one moment: enough for a share of members in it to be told to within a tenth. */
export const POSTS_PER_BIN = 100;

/** The moment of a post. */
export function binOf(post: number): number {
  return (post / POSTS_PER_BIN) >>> 0;
}

/** How many posts of each moment, and of all, are members': sums of their authors' probabilities. */
export interface BinShares {
  readonly members: Float64Array;
  readonly posts: Float64Array;
  /** Share of all posts that are members', 0 to 1. */
  readonly overall: number;
}

/** @param account author of each post, in order of time */
export function memberShareByBin(account: Uint32Array, probability: Float64Array): BinShares {
  const moments = Math.ceil(account.length / POSTS_PER_BIN);
  const members = new Float64Array(moments);
  const posts = new Float64Array(moments);
  let all = 0;
  for (let moment = 0; moment < moments; moment++) {
    const from = moment * POSTS_PER_BIN;
    const to = Math.min(account.length, from + POSTS_PER_BIN);
    posts[moment] = to - from;
    members[moment] = sumOver(account, probability, from, to);
    all += members[moment] ?? outOfRange();
  }
  return { members, posts, overall: account.length === 0 ? 0 : all / account.length };
}

function sumOver(account: Uint32Array, probability: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) sum += probability[account[p] ?? outOfRange()] ?? outOfRange();
  return sum;
}

/** `memberShareByBin`, looked at once for all signals. */
export const cachedMemberShare: (m: Dataset) => (membership: Posterior) => BinShares = memoizeWeak((m: Dataset) =>
  memoizeWeak(({ probability }: Posterior) => memberShareByBin(m.posts.account, probability)),
);
