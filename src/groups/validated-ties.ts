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
  const pairs = (m.accounts.count * (m.accounts.count - 1)) / 2;
  const density = densityOf(m);
  const isTied = (a: number, b: number): boolean => {
    let [common, expected] = [0, 0];
    for (const [k, kind] of EDGE_KINDS.entries()) {
      const { itemsOf } = m.items[kind];
      const theirs = new Set(itemsOf.row(b));
      for (const item of itemsOf.row(a)) common += Number(theirs.has(item));
      expected += itemsOf.rowSize(a) * itemsOf.rowSize(b) * (density[k] ?? outOfRange());
    }
    return poissonTail(common, expected) * pairs <= MOST_CHANCE;
  };
  return accounts.filter((a) => accounts.some((b) => b !== a && isTied(a, b)));
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
