import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { memoizeWeak } from './memoize-weak.js';
import type { Posterior } from './signal.js';

/** Posts per time bin, in order of time: enough to estimate the members' share in a bin to within 0.1. */
export const POSTS_PER_BIN = 100;

/** The time bin of a post; posts are numbered in order of time. */
export function binOf(post: number): number {
  return (post / POSTS_PER_BIN) >>> 0;
}

/** Posts by members in each bin and overall: sums of their authors' posterior probabilities. */
export interface BinShares {
  readonly members: Float64Array;
  readonly posts: Float64Array;
  /** The members' share of all posts, 0 to 1. */
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

/** `memberShareByBin`, cached for all signals of a dataset. */
export const cachedMemberShare: (m: Dataset) => (membership: Posterior) => BinShares = memoizeWeak((m: Dataset) =>
  memoizeWeak(({ probability }: Posterior) => memberShareByBin(m.posts.account, probability)),
);
