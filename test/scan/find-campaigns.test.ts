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

  it('lists of each hashtag its ten strongest pairs, and counts the others', () => {
    const names = Array.from({ length: 100 }, (_, k) => `t${k}`);
    // Neighbours have most in common: pair (a, b) has 200 - |a - b| accounts.
    const { links, linksLeftOut, campaigns } = findCampaigns(
      names.map((name, k) =>
        hashtag(
          name,
          Array.from({ length: 200 }, (__, n) => String(k + n)),
        ),
      ),
    );
    expect(campaigns[0]?.hashtags).toHaveLength(100);
    expect(links.length + linksLeftOut).toBe((100 * 99) / 2);
    expect(links.length).toBeLessThanOrEqual(10 * 100);
    for (const name of names)
      expect(links.filter(({ hashtags }) => hashtags.includes(name)).length).toBeGreaterThanOrEqual(10);
    for (const near of [1, 2, 3, 4, 5])
      expect(links).toContainEqual({ hashtags: ['t40', `t${40 + near}`], accounts: 200 - near });
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
