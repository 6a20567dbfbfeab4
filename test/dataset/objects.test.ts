import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import type { Dataset } from '../../src/dataset/dataset.js';
import { EDGE_KINDS } from '../../src/dataset/dataset.js';
import { loadQuotes } from '../../src/dataset/quotes.js';
import type { Post } from '../../src/documents/post.js';
import { countTies } from '../../src/groups/communities.js';
import { bearers, measured, numberOf, post } from './posts.js';

const image = (value: string) => ({ name: 'image', value });
const sound = (value: string) => ({ name: 'sound', value });

function columnsOf({ objectColumns, items }: Dataset): string[] {
  expect(objectColumns).toHaveLength(items.object.count);
  return objectColumns.toSorted();
}

const manyOf = (by: string, from: number): Post[] =>
  Array.from({ length: 5000 }, (_, k) =>
    post({ by, time: from + k, text: `${by} ${k}`, objects: [image(`i${k}`), sound(`s${k % 7}`)] }),
  );

describe('objects of a dataset', () => {
  it('are the same where column and value are', () => {
    const m = measured([
      post({ by: '1', objects: [image('x'), sound('x')] }),
      post({ by: '2', objects: [image('x')] }),
      post({ by: '3', objects: [sound('x')] }),
      post({ by: '4', objects: [{ name: 'soun', value: 'dx' }] }),
      post({ by: '5' }),
    ]);
    expect(bearers(m, 'object')).toEqual([
      ['1', '2'],
      ['1', '3'],
    ]);
    expect(columnsOf(m)).toEqual(['image', 'sound']);
    expect(m.items.object.measurable[numberOf(m, '4')]).toBe(1);
    expect(m.items.object.measurable[numberOf(m, '5')]).toBe(0);
  });

  it('are not those of retweets: they are another’s', () => {
    const m = measured([
      post({ by: '1', kind: 'retweet', objects: [image('x')] }),
      post({ by: '2', kind: 'retweet', objects: [image('x')] }),
      post({ by: '3', objects: [image('x')] }),
    ]);
    expect(m.items.object.count).toBe(0);
    expect(m.items.object.measurable[numberOf(m, '1')]).toBe(0);
  });

  it('tie accounts, column by column', () => {
    const m = measured([
      post({ by: '1', objects: [image('x'), image('y'), sound('x')] }),
      post({ by: '2', objects: [image('y'), sound('x'), image('x')] }),
    ]);
    expect(EDGE_KINDS).toContain('object');
    expect(countTies(m, [0, 1])).toEqual({
      ties: { retweet: 0, text: 0, link: 0, tags: 0 },
      objects: [
        { name: 'image', items: 2 },
        { name: 'sound', items: 1 },
      ],
    });
  });

  it('are quoted from a post that bears them, with the column of their own, across batches of posts', async () => {
    const posts = [...manyOf('1', 0), ...manyOf('2', 2500)];
    const results = [posts, posts.toReversed()].map((order) => {
      const builder = new DatasetBuilder();
      for (const each of order) builder.add(each, each.line);
      return buildDataset(builder);
    });
    const told = await Promise.all(
      results.map(async (m) => {
        const refs = Array.from(m.objectColumns, (_, item) => ({ of: 'object' as const, item }));
        const quote = await loadQuotes(m, refs, async (numbers) => {
          const byLine = new Map(posts.map((each) => [each.line, each]));
          return new Map(
            numbers.flatMap((p) => byLine.get(m.posts.line[p] ?? 0) ?? []).map((each, k) => [numbers[k] ?? 0, each]),
          );
        });
        return refs.map((ref) => `${m.objectColumns[ref.item]} ${quote(ref)}`);
      }),
    );
    expect(told[0]).toHaveLength(5007);
    expect(new Set(told[0]).size).toBe(5007);
    for (const each of told[0] ?? []) expect(each).toMatch(/^(?:image i\d+|sound s[0-6])$/u);
    expect(told[1]).toEqual(told[0]);
  });
});
