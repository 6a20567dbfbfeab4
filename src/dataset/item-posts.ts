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

/**
 * For each item that these accounts have, their posts with it, ascending. Looks at these accounts' posts only: a dump
 * can have thousands of groups.
 */
export function postsByItem(
  m: Pick<Dataset, 'accounts'>,
  items: Items,
  accounts: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const a of accounts) {
    for (const item of items.itemsOf.row(a)) {
      const theirs = postsOfAccountWith(m, items, item, a);
      const known = found.get(item);
      if (known) for (const p of theirs) known.push(p);
      else found.set(item, theirs);
    }
  }
  for (const posts of found.values()) posts.sort((x, y) => x - y);
  return found;
}
