import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { memoizeWeak } from '../signals/memoize-weak.js';
import { outOfRange } from '../stats/array-access.js';
import { poissonTail } from '../stats/poisson-tail.js';

/** Family-wise error rate: the probability that any pair of accounts in the dump is tied this strongly by chance. */
const MOST_CHANCE = 0.01;

/**
 * The accounts that share significantly more items with another of these accounts than chance explains. Under the null
 * model the number of items that two accounts have in common is Poisson with mean k_a · k_b · Σ d_i (d_i − 1) / E²,
 * where k is an account's number of items, d an item's number of sharers and E the sum of either (the sparse limit of
 * the bipartite configuration model: Saracco et al. 2017, New J. Phys. 19 053022; for posts: Caldarelli et al. 2019,
 * arXiv 1905.12687). Corrected for all pairs of accounts in the dump (Bonferroni).
 */
export function accountsWithValidatedTies(m: Dataset, accounts: readonly number[]): number[] {
  return accounts.filter(hasValidatedTie(m, accounts));
}

/** Whether an account shares significantly more items with another of these than chance explains; see above. */
export function hasValidatedTie(m: Dataset, among: readonly number[]): (account: number) => boolean {
  const inside = new Set(among);
  const pairs = (m.accounts.count * (m.accounts.count - 1)) / 2;
  const density = densityOf(m);
  return (a) => {
    const common = new Map<number, number>();
    for (const kind of EDGE_KINDS) {
      const { itemsOf, accountsOf } = m.items[kind];
      for (const item of itemsOf.row(a))
        for (const b of accountsOf.row(item)) if (b !== a && inside.has(b)) common.set(b, (common.get(b) ?? 0) + 1);
    }
    return [...common].some(([b, count]) => {
      const expected = EDGE_KINDS.reduce(
        (sum, kind, k) =>
          sum + m.items[kind].itemsOf.rowSize(a) * m.items[kind].itemsOf.rowSize(b) * (density[k] ?? outOfRange()),
        0,
      );
      return poissonTail(count, expected) * pairs <= MOST_CHANCE;
    });
  };
}

/** Σ d_i (d_i − 1) / E² for each kind; cached for all groups. */
const densityOf = memoizeWeak((m: Dataset) =>
  EDGE_KINDS.map((kind) => {
    const { count, accountsOf } = m.items[kind];
    let [edges, joint] = [0, 0];
    for (let i = 0; i < count; i++) {
      const bearers = accountsOf.rowSize(i);
      edges += bearers;
      joint += bearers * (bearers - 1);
    }
    return edges === 0 ? 0 : joint / edges ** 2;
  }),
);
