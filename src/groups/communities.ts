import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { TIES, type Measurements, rowOf } from '../measure/measurements.js';

/** An item that more suspected accounts share than this ties neighbours in time only, so that work grows with the posts. */
const PAIRWISE = 50;
/** Fewer make no group: two people who quote each other are a conversation. */
const SMALLEST = 3;

export interface Community {
  /** Account numbers, ascending. */
  readonly accounts: readonly number[];
  /** Items of each kind that at least two of them share. */
  readonly ties: Readonly<Record<(typeof TIES)[number], number>>;
}

/**
 * The accounts among `suspected` that shared items tie together: communities (Louvain, seeded) of a graph whose edges
 * weigh an item by its rarity, ln(accounts / accounts that bear it). Largest first, then by first account.
 */
export function findCommunities(m: Measurements, suspected: readonly number[], seed: number): Community[] {
  const graph = new Graph({ type: 'undirected' });
  const inside = new Set(suspected);
  for (const a of suspected) graph.addNode(String(a));
  for (const kind of TIES) {
    const items = m.items[kind];
    for (let i = 0; i < items.count; i++) {
      const all = rowOf(items.accountsOf, i);
      const weight = Math.log(m.accounts.count / all.length);
      if (weight > 0) tie(graph, [...all].filter((a) => inside.has(a)), weight);
    }
  }
  const random = xoroshiro128plus(seed);
  const labels = louvain(graph, { getEdgeWeight: 'weight', rng: () => uniformFloat64(random) });
  const members = new Map<number, number[]>();
  for (const a of suspected) {
    const label = labels[String(a)] ?? -1;
    members.set(label, [...(members.get(label) ?? []), a]);
  }
  return [...members.values()]
    .map((accounts) => accounts.sort((a, b) => a - b))
    .filter((accounts) => accounts.length >= SMALLEST)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((accounts) => ({ accounts, ties: countTies(m, accounts) }));
}

function tie(graph: Graph, accounts: readonly number[], weight: number): void {
  const reach = accounts.length <= PAIRWISE ? accounts.length : 2;
  for (let i = 0; i < accounts.length; i++) {
    for (let j = i + 1; j < Math.min(accounts.length, i + reach); j++) {
      const a = String(accounts[i]);
      const b = String(accounts[j]);
      graph.updateEdge(a, b, (known: { weight?: number }) => ({ weight: (known.weight ?? 0) + weight }));
    }
  }
}

function countTies(m: Measurements, accounts: readonly number[]): Community['ties'] {
  const inside = new Set(accounts);
  const count = (kind: (typeof TIES)[number]): number => {
    const seen = new Map<number, number>();
    for (const a of inside) for (const i of rowOf(m.items[kind].itemsOf, a)) seen.set(i, (seen.get(i) ?? 0) + 1);
    return [...seen.values()].filter((times) => times > 1).length;
  };
  return { retweet: count('retweet'), text: count('text'), link: count('link'), tags: count('tags') };
}
