import { CsrRows } from '../dataset/csr-rows.js';
import type { Dataset } from '../dataset/dataset.js';
import { argsort } from '../stats/argsort.js';
import { outOfRange } from '../stats/array-access.js';

/**
 * Minimum number of peers that an account is compared with. With 200, the smallest possible p-value is 1/201, an eighth
 * of the 4% at which a claim typically passes; and in most dumps the peers' numbers of posts still differ by less than
 * half.
 */
const MIN_STRATUM = 200;

/**
 * Accounts grouped by activity: ordered by number of posts, in blocks of at least `MIN_STRATUM`; equal numbers stay
 * together.
 */
export function activityStrata({ accounts }: Dataset): CsrRows {
  const posts = Float64Array.from({ length: accounts.count }, (_, a) => accounts.postsOf.rowSize(a));
  const order = argsort(posts);
  const offsets = [0];
  for (let k = 1; k < order.length; k++) {
    const enough = k - (offsets.at(-1) ?? outOfRange()) >= MIN_STRATUM && order.length - k >= MIN_STRATUM;
    if (enough && posts[order[k] ?? outOfRange()] !== posts[order[k - 1] ?? outOfRange()]) offsets.push(k);
  }
  return new CsrRows(Uint32Array.from([...offsets, order.length]), order);
}
