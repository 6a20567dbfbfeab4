import { type Measurements, rowLength } from '../measure/measurements.js';
import type { Coefficient } from '../result.js';

/**
 * Coefficient of traffic manipulation, C = R/10 + F + U, and its parts (Nimmo 2019, Oxford Internet Institute):
 * R retweets in % of posts, F % of posts by the 50 most active accounts, U posts per account. Two decimals.
 */
export function traffic({ accounts, posts }: Measurements): Coefficient {
  const active = Array.from({ length: accounts.count }, (_, a) => rowLength(accounts.postsOf, a)).sort((a, b) => b - a);
  const retweetsPercent = percent(posts.retweet.reduce((sum, one) => sum + one, 0), posts.count);
  const top50Percent = percent(active.slice(0, 50).reduce((sum, count) => sum + count, 0), posts.count);
  const postsPerAccount = accounts.count === 0 ? 0 : posts.count / accounts.count;
  return {
    ctm: round(retweetsPercent / 10 + top50Percent + postsPerAccount),
    retweetsPercent: round(retweetsPercent),
    top50Percent: round(top50Percent),
    postsPerAccount: round(postsPerAccount),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
