import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import type { GroupDetails } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { louvain } from '../stats/louvain.js';
import { mergeTied } from './merge-tied.js';
import { tieGraph } from './tie-graph.js';

/** Smallest size of a group: two people who quote each other are a conversation. */
const SMALLEST = 3;

export interface Community {
  /** Account numbers, ascending. */
  readonly accounts: readonly number[];
  /** Number of items of each kind that at least two members share. */
  readonly ties: GroupDetails['ties'];
  /** The same for objects, by column, largest number first. */
  readonly objects: NonNullable<GroupDetails['objects']>;
}

/**
 * Groups among the `suspected` accounts: Louvain communities (seeded) of a graph in which each shared item adds its
 * rarity, ln(accounts / accounts that share it), to the weight of an edge; strongly tied communities are merged
 * (`mergeTied`). Sorted by size, largest first, then by first account.
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
    .map((each) => ({ accounts: each, ...countTies(m, each) }));
}

/** Counts the items of each kind that at least two of these accounts share. */
export function countTies(m: Dataset, accounts: readonly number[]): Pick<Community, 'ties' | 'objects'> {
  const shared = (kind: (typeof EDGE_KINDS)[number]): ReadonlySet<number> => {
    const { itemsOf } = m.items[kind];
    const once = new Set<number>();
    const several = new Set<number>();
    for (const a of accounts) {
      for (const item of itemsOf.row(a)) {
        if (once.has(item)) several.add(item);
        else once.add(item);
      }
    }
    return several;
  };
  const count = (kind: keyof Community['ties']): number => shared(kind).size;
  return {
    ties: { retweet: count('retweet'), text: count('text'), link: count('link'), tags: count('tags') },
    objects: byColumn(m, shared('object')),
  };
}

function byColumn({ objectColumns }: Dataset, objects: ReadonlySet<number>): Community['objects'] {
  const counts = new Map<string, number>();
  for (const item of objects) {
    const name = objectColumns[item] ?? outOfRange();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, items]) => ({ name, items })).sort(
    (x, y) => y.items - x.items || (x.name < y.name ? -1 : 1),
  );
}
