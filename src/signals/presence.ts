import type { Measurements } from '../measure/measurements.js';
import { remember } from './remember.js';
import type { Membership } from './signal.js';

/** Posts, in order of time, that count as one moment: enough for a share of members in it to be told to within a tenth. */
export const MOMENT = 100;

/** The moment of a post. */
export function momentOf(post: number): number {
  return (post / MOMENT) >>> 0;
}

/** How many posts of each moment, and of all, are members': sums of their authors' probabilities. */
export interface Presence {
  readonly members: Float64Array;
  readonly posts: Float64Array;
  /** Share of all posts that are members', 0 to 1. */
  readonly overall: number;
}

/** @param account author of each post, in order of time */
export function presence(account: Uint32Array, probability: Float64Array): Presence {
  const moments = Math.ceil(account.length / MOMENT);
  const members = new Float64Array(moments);
  const posts = new Float64Array(moments);
  let all = 0;
  for (let moment = 0; moment < moments; moment++) {
    const from = moment * MOMENT;
    const to = Math.min(account.length, from + MOMENT);
    posts[moment] = to - from;
    members[moment] = sumOver(account, probability, from, to);
    all += members[moment] ?? 0;
  }
  return { members, posts, overall: account.length === 0 ? 0 : all / account.length };
}

function sumOver(account: Uint32Array, probability: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) sum += probability[account[p] ?? 0] ?? 0;
  return sum;
}

/** `presence`, looked at once for all signals. */
export const presenceOf: (m: Measurements) => (membership: Membership) => Presence = remember((m: Measurements) =>
  remember(({ probability }: Membership) => presence(m.posts.account, probability)),
);
