import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readFile } from './collect.js';

/** Real samples, which stay where they are: looked for beside the repository, skipped where there are none. */
const shared = join(import.meta.dirname, '../../../shared/data');
const dumps = (folder: string): string[] => {
  const path = join(shared, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.csv') && !name.endsWith('.labels.csv'))
        .map((name) => join(path, name))
    : [];
};
const files = [...dumps('formats'), ...dumps('labelled')];

describe('real dumps (../shared/data)', () => {
  it.skipIf(files.length === 0).each(files.length === 0 ? ['none here'] : files)(
    '%s: every row gives a post or a reason',
    async (path) => {
      const { posts, input } = await readFile(path);
      const bytes = readFileSync(path);
      const delimiter = bytes.subarray(0, bytes.indexOf(10)).includes(';') ? ';' : ',';
      const rows: unknown[] = parse(bytes, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
      expect(input.rows).toBe(rows.length - 1);
      expect(input.posts).toBe(posts.length);
      expect(input.posts + Object.values(input.skipped).reduce((sum, count) => sum + count, 0)).toBe(input.rows);
      expect(Object.keys(input.skipped).filter((reason) => reason !== 'duplicate-row')).toEqual([]);
      expect(
        posts.every((post) => post.account.id !== '' && !/e\+/i.test(post.account.id) && !/e\+/i.test(post.id ?? '')),
      ).toBe(true);
    },
  );
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
  it.skipIf(!existsSync(join(shared, 'formats'))).each(Object.entries(JSON_DUMPS))(
    '%s',
    async (name, [format, count, skipped]) => {
      const path = join(shared, 'formats', name);
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

  it.skipIf(!existsSync(join(shared, 'formats'))).each(NO_POSTS)('%s holds %s', async (name, what) => {
    await expect(readFile(join(shared, 'formats', name))).rejects.toMatchObject({
      name: 'TrendAuditError',
      code: 'not-posts',
      message: expect.stringContaining(what),
    });
  });

  it('lists every one that there is', ({ skip }) => {
    const folder = join(shared, 'formats');
    skip(!existsSync(folder));
    expect(
      readdirSync(folder)
        .filter((name) => /\.(?:jsonl?|js)$/.test(name))
        .sort(),
    ).toEqual([...Object.keys(JSON_DUMPS), ...NO_POSTS.map(([name]) => name)].sort());
  });
});
