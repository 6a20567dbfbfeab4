import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import { readText } from '../read/collect.js';

/** Two words that a hash of 64 bits without a key took for one, and all that follows them. */
const [ONE, OTHER] = ['m4srisbcv5tfo', '5izitp55nwlgd'] as const;

describe('two things of one unkeyed hash', () => {
  it('are two rows', async () => {
    const { posts, input } = await readText(
      `username,created_at,text\n${ONE},2020-01-01T00:00:00Z,hello #tag\n${OTHER},2020-01-01T00:00:00Z,hello #tag\n`,
    );
    expect(posts.map(({ account: { id } }) => id)).toEqual([ONE, OTHER]);
    expect(input.skipped).toEqual({});
  });

  it('are two texts, two links, two who are mentioned and two who are retweeted', async () => {
    const { posts } = await readText(
      [
        'id,username,created_at,text',
        ...[ONE, OTHER].flatMap((word, at) => [
          `${at}1,a${at},2020-01-01T00:00:00Z,${word} what a lovely day it is today`,
          `${at}2,b${at},2020-01-01T00:01:00Z,https://e.org/${word}/and/more`,
          `${at}3,c${at},2020-01-01T00:02:00Z,hello @${word} there`,
          `${at}4,d${at},2020-01-01T00:03:00Z,RT @${word}: what a lovely day it is`,
        ]),
      ].join('\n'),
    );
    expect(posts.length).toBe(8);
    const builder = new DatasetBuilder();
    for (const post of posts) builder.add(post);
    const { items } = buildDataset(builder);
    // Items are what two accounts share: they share nothing but nearly the same words.
    expect(Object.entries(items).map(([kind, { count }]) => [kind, count])).toEqual([
      ['retweet', 0],
      ['text', 1],
      ['link', 0],
      ['object', 0],
      ['target', 0],
      ['tags', 0],
    ]);
  });
});
