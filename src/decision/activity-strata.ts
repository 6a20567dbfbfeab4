import { type Dataset, rowLength, type CsrRows } from '../dataset/dataset.js';
import { argsort } from '../stats/argsort.js';

/**
 * Fewest peers that an account is compared with. With 200, a p-value can come down to 1/201, an eighth of the 4% at
 * which a claim typically passes, and peers still differ by less than half in how much they post in most dumps.
 */
const MIN_STRATUM = 200;

/** Accounts in blocks of at least `MIN_STRATUM` of like activity: ordered by number of posts, equal numbers kept together. */
export function activityStrata({ accounts }: Dataset): CsrRows {
  const posts = Float64Array.from({ length: accounts.count }, (_, a) => rowLength(accounts.postsOf, a));
  const order = argsort(posts);
  const start = [0];
  for (let k = 1; k < order.length; k++) {
    const enough = k - (start.at(-1) ?? 0) >= MIN_STRATUM && order.length - k >= MIN_STRATUM;
    if (enough && posts[order[k] ?? 0] !== posts[order[k - 1] ?? 0]) start.push(k);
  }
  return { offsets: Uint32Array.from([...start, order.length]), values: order };
}
