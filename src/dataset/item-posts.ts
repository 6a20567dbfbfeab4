import { gallopLowerBound } from '../stats/search.js';
import type { Dataset, Items } from './dataset.js';

/**
 * An account's posts with an item, ascending. The time is proportional to the smaller of its number of posts and the
 * item's.
 */
export function postsOfAccountWith(
  { accounts }: Pick<Dataset, 'accounts'>,
  { postsOf }: Items,
  item: number,
  a: number,
): number[] {
  const own = accounts.postsOf.row(a);
  const bearing = postsOf.row(item);
  const [few, many] = own.length < bearing.length ? [own, bearing] : [bearing, own];
  const found: number[] = [];
  let near = 0;
  for (const p of few) {
    near = gallopLowerBound(many, p, near);
    if (many[near] === p) found.push(p);
  }
  return found;
}

/** The posts of these accounts with an item, ascending. */
export function postsWith(
  m: Pick<Dataset, 'accounts'>,
  items: Items,
  item: number,
  accounts: readonly number[],
): number[] {
  return accounts.flatMap((a) => postsOfAccountWith(m, items, item, a)).sort((x, y) => x - y);
}
