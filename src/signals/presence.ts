/** Posts, in order of time, that count as one moment: enough for a share of members in it to be told to within a tenth. */
export const MOMENT = 100;

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
  for (const [p, a] of account.entries()) {
    const moment = Math.floor(p / MOMENT);
    members[moment] = (members[moment] ?? 0) + (probability[a] ?? 0);
    posts[moment] = (posts[moment] ?? 0) + 1;
    all += probability[a] ?? 0;
  }
  return { members, posts, overall: account.length === 0 ? 0 : all / account.length };
}
