import { type Measurements, rowLength, type Rows } from '../measure/measurements.js';
import { rankOrder } from '../stats/rank-order.js';

/**
 * Fewest peers that an account is compared with. With 200, a p-value can come down to 1/201, an eighth of the 4% at
 * which a claim typically passes, and peers still differ by less than half in how much they post in most dumps.
 */
const FEWEST_PEERS = 200;

/** Accounts in blocks of at least `FEWEST_PEERS` of like activity: ordered by number of posts, equal numbers kept together. */
export function peersOf({ accounts }: Measurements): Rows {
  const posts = Float64Array.from({ length: accounts.count }, (_, a) => rowLength(accounts.postsOf, a));
  const order = rankOrder(posts);
  const start = [0];
  for (let k = 1; k < order.length; k++) {
    const enough = k - (start.at(-1) ?? 0) >= FEWEST_PEERS && order.length - k >= FEWEST_PEERS;
    if (enough && posts[order[k] ?? 0] !== posts[order[k - 1] ?? 0]) start.push(k);
  }
  return { start: Uint32Array.from([...start, order.length]), values: order };
}
