import { array, assert, constantFrom, property, uniqueArray } from 'fast-check';
import Graph from 'graphology';
import { describe, expect, it } from 'vitest';
import { findCampaigns } from '../../src/scan/find-campaigns.js';

const hashtag = (name: string, ids: readonly string[]): Parameters<typeof findCampaigns>[0][number] => ({
  hashtag: name,
  named: ids.map((id) => ({ id, handle: `h${id}`, displayName: '', url: null, score: 90, q: 0.01, posts: 3 })),
});

describe('campaigns', () => {
  it('join hashtags that have three accounts in common, also by way of a third', () => {
    const { campaigns, links, of } = findCampaigns([
      hashtag('a', ['1', '2', '3', '4']),
      hashtag('b', ['1', '2', '3', '5', '6', '7']),
      hashtag('c', ['5', '6', '7']),
      hashtag('d', ['1', '2']),
      hashtag('e', []),
    ]);
    expect(campaigns).toMatchObject([{ hashtags: ['a', 'b', 'c'], accounts: 7 }]);
    expect(campaigns[0]?.recurring.map(({ id, hashtags }) => [id, hashtags])).toEqual([
      ['1', ['a', 'b']],
      ['2', ['a', 'b']],
      ['3', ['a', 'b']],
      ['5', ['b', 'c']],
      ['6', ['b', 'c']],
      ['7', ['b', 'c']],
    ]);
    expect(links).toEqual([
      { hashtags: ['a', 'b'], accounts: 3 },
      { hashtags: ['b', 'c'], accounts: 3 },
      { hashtags: ['a', 'd'], accounts: 2 },
      { hashtags: ['b', 'd'], accounts: 2 },
    ]);
    expect(of).toEqual([0, 0, 0, null, null]);
  });

  it('are the connected parts of the graph of common accounts', () => {
    const anyIds = uniqueArray(constantFrom(...'0123456789'), { maxLength: 6 });
    assert(
      property(array(anyIds, { maxLength: 8 }), (lists) => {
        const { campaigns } = findCampaigns(lists.map((ids, k) => hashtag(`t${k}`, ids)));
        const graph = new Graph({ type: 'undirected' });
        for (const k of lists.keys()) graph.addNode(`t${k}`);
        for (const [a, left] of lists.entries())
          for (const [b, right] of lists.entries())
            if (a < b && left.filter((id) => right.includes(id)).length >= 3) graph.addEdge(`t${a}`, `t${b}`);
        const parts = new Set<string>();
        for (const node of graph.nodes()) {
          const seen = new Set([node]);
          for (const each of seen) for (const next of graph.neighbors(each)) seen.add(next);
          if (seen.size > 1) parts.add([...seen].sort().join());
        }
        expect(new Set(campaigns.map(({ hashtags }) => hashtags.toSorted().join()))).toEqual(parts);
      }),
    );
  });
});
