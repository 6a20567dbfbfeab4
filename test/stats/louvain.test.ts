import * as fc from 'fast-check';
import Graph from 'graphology';
import library from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { louvain, type WeightedGraph } from '../../src/stats/louvain.js';

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const seeded = (seed: number): (() => number) => {
  const random = xoroshiro128plus(seed);
  return () => uniformFloat64(random);
};

/** Each pair once, the smaller number first, in the order in which they came. */
const edgesOf = (nodes: number): fc.Arbitrary<Edge[]> =>
  fc
    .array(
      fc.record({
        a: fc.nat(nodes - 1),
        b: fc.nat(nodes - 1),
        weight: fc.oneof(fc.constantFrom(1, 2), fc.double({ min: 0.1, max: 9, noNaN: true })),
      }),
      { maxLength: 4 * nodes },
    )
    .map((edges) => {
      const seen = new Set<number>();
      return edges.filter(({ a, b }) => a < b && seen.size < seen.add(a * nodes + b).size);
    });

function columns(nodes: number, edges: readonly Edge[]): WeightedGraph {
  const rows = Array.from({ length: nodes }, (): [number, number][] => []);
  for (const { a, b, weight } of edges) {
    rows[a]?.unshift([b, weight]);
    rows[b]?.unshift([a, weight]);
  }
  const start = new Uint32Array(nodes + 1);
  for (const [i, row] of rows.entries()) start[i + 1] = (start[i] ?? 0) + row.length;
  return {
    start,
    neighbours: Uint32Array.from(rows.flat(), ([other]) => other),
    weights: Float64Array.from(rows.flat(), ([, weight]) => weight),
  };
}

function byLibrary(nodes: number, edges: readonly Edge[], seed: number): number[] {
  const graph = new Graph({ type: 'undirected' });
  for (let i = 0; i < nodes; i++) graph.addNode(String(i));
  for (const { a, b, weight } of edges) graph.addEdge(String(a), String(b), { weight });
  const labels = library(graph, { getEdgeWeight: 'weight', rng: seeded(seed) });
  return Array.from({ length: nodes }, (_, i) => labels[String(i)] ?? -1);
}

/** The first member of each node's community. */
function partition(labels: ArrayLike<number>): number[] {
  const all = Array.from(labels);
  return all.map((label) => all.indexOf(label));
}

/** Four who all know each other. */
function circle(from: number): Edge[] {
  return [0, 1, 2, 3].flatMap((a) =>
    [1, 2, 3].filter((b) => b > a).map((b) => ({ a: from + a, b: from + b, weight: 3 })),
  );
}

describe('louvain', () => {
  it('finds what graphology-communities-louvain finds', () => {
    const graph = fc
      .integer({ min: 2, max: 40 })
      .chain((nodes) => fc.record({ nodes: fc.constant(nodes), edges: edgesOf(nodes) }));
    fc.assert(
      fc.property(graph, fc.integer(), ({ nodes, edges }, seed) => {
        expect(partition(louvain(columns(nodes, edges), seeded(seed)))).toEqual(
          partition(byLibrary(nodes, edges, seed)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('tells two circles apart that know each other little', () => {
    const labels = louvain(columns(8, [...circle(0), ...circle(4), { a: 0, b: 4, weight: 1 }]), seeded(1));
    expect(partition(labels)).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
  });

  it('leaves alone who is tied to nobody', () => {
    expect([...louvain(columns(3, []), seeded(1))]).toEqual([0, 1, 2]);
  });
});
