import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { louvain } from '../stats/louvain.js';
import { mergeTied } from './merge-tied.js';
import { tieGraph } from './tie-graph.js';

/** Fewer make no group: two people who quote each other are a conversation. */
const SMALLEST = 3;

export interface Community {
  /** Account numbers, ascending. */
  readonly accounts: readonly number[];
  /** Items of each kind that at least two of them share. */
  readonly ties: Readonly<Record<(typeof EDGE_KINDS)[number], number>>;
}

/**
 * The accounts among `suspected` that shared items tie together: communities (Louvain, seeded) of a graph whose edges
 * weigh an item by its rarity, ln(accounts / accounts that bear it), those that hang together merged. Largest first, then by first account.
 */
export function findCommunities(m: Dataset, suspected: readonly number[], seed: number): Community[] {
  const accounts = Uint32Array.from(suspected).sort();
  const random = xoroshiro128plus(seed);
  const graph = tieGraph(m, accounts);
  const labels = mergeTied(
    graph,
    louvain(graph, () => uniformFloat64(random)),
  );
  const members = new Map<number, number[]>();
  for (const [node, a] of accounts.entries()) {
    const label = labels[node] ?? outOfRange();
    const known = members.get(label);
    if (known) known.push(a);
    else members.set(label, [a]);
  }
  return [...members.values()]
    .filter((each) => each.length >= SMALLEST)
    .sort((a, b) => b.length - a.length || (a[0] ?? outOfRange()) - (b[0] ?? outOfRange()))
    .map((each) => ({ accounts: each, ties: countTies(m, each) }));
}

/** How many things of each kind at least two of some accounts share. */
export function countTies(m: Dataset, accounts: readonly number[]): Community['ties'] {
  const count = (kind: (typeof EDGE_KINDS)[number]): number => {
    const { itemsOf } = m.items[kind];
    const once = new Set<number>();
    const several = new Set<number>();
    for (const a of accounts) {
      for (const item of itemsOf.row(a)) {
        if (once.has(item)) several.add(item);
        else once.add(item);
      }
    }
    return several.size;
  };
  return { retweet: count('retweet'), text: count('text'), link: count('link'), tags: count('tags') };
}
