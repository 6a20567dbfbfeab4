import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from './collect.js';
import { everyRowIsRead, realDumps, SHARED } from './real-dumps.js';

/** The rest of them is for `real-dumps.deep.test.ts`. */
const few = realDumps('formats').filter((file) => statSync(file).size < 100_000);

describe('real dumps (../shared/data)', () => {
  everyRowIsRead(few);
});

/** What each file holds, counted in another way: by looking at the file itself. */
const JSON_DUMPS: Readonly<Record<string, readonly [format: string, posts: number, skipped: number]>> = {
  'academictwitteR-data.json': ['academictwitteR', 134, 0],
  'bluesky-jetstream.jsonl': ['bluesky-jetstream', 32, 120],
  'twarc1.jsonl': ['api-v1.1', 4, 0],
  'twarc2-b.jsonl': ['api-v2-pages', 300, 0],
  'twarc2-flat.jsonl': ['twarc2-flat', 100, 0],
  'twarc2-pages.jsonl': ['api-v2-pages', 100, 0],
  'twitter-archive-tweets.js': ['twitter-archive', 120, 0],
  'twitter-v1-array.json': ['api-v1.1', 3, 0],
  'twitter-v1-search.json': ['api-v1.1', 100, 0],
  'twitter-v1.jsonl': ['api-v1.1', 150, 0],
  'x-graphql-search.json': ['x-graphql', 20, 0],
};

const NO_POSTS = [
  ['academictwitteR-users.json', 'user profiles'],
  ['not-tweets-counts.jsonl', 'tweet counts'],
  ['not-tweets-users.jsonl', 'user profiles'],
] as const;

describe('real dumps of JSON (../shared/data/formats)', () => {
  it.skipIf(!existsSync(join(SHARED, 'formats'))).each(Object.entries(JSON_DUMPS))(
    '%s',
    async (name, [format, count, skipped]) => {
      const path = join(SHARED, 'formats', name);
      const { posts, input } = await readFile(path);
      expect({ format: input.format, posts: posts.length, rows: input.rows }).toEqual({
        format,
        posts: count,
        rows: count + skipped,
      });
      expect(new Set(posts.map(({ id }) => id)).size).toBe(count);
      // Every id of a post stands in the file as it was read, digit by digit; the key of a Bluesky post ends its address.
      const text = readFileSync(path, 'utf8');
      expect(posts.filter(({ id = '' }) => !text.includes(`"${id.split('/').at(-1) ?? ''}"`))).toEqual([]);
      expect(posts.every(({ account, time }) => account.id !== '' && time > Date.UTC(2006, 0, 1))).toBe(true);
    },
  );

  it.skipIf(!existsSync(join(SHARED, 'formats'))).each(NO_POSTS)('%s holds %s', async (name, what) => {
    await expect(readFile(join(SHARED, 'formats', name))).rejects.toMatchObject({
      name: 'TrendAuditError',
      code: 'not-posts',
      message: expect.stringContaining(what),
    });
  });

  it('lists every one that there is', ({ skip }) => {
    const folder = join(SHARED, 'formats');
    skip(!existsSync(folder));
    expect(
      readdirSync(folder)
        .filter((name) => /\.(?:jsonl?|js)$/.test(name))
        .sort(),
    ).toEqual([...Object.keys(JSON_DUMPS), ...NO_POSTS.map(([name]) => name)].sort());
  });
});
