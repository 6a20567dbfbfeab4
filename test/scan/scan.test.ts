import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationsOf } from '../../bench/archive.js';
import type { Scan } from '../../src/documents/scan.js';
import { analyze, scan } from '../../src/index.js';
import { summarizeHashtag } from '../../src/scan/summarize-hashtag.js';
import { toCsv } from '../../src/simulate/index.js';
import { foldHashtag } from '../../src/text/hashtags.js';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const file = join(folder, 'archive.csv');
/** So that a few hashtags that stand beside others are scanned, too. */
const LEAST = 100;
let found: Scan;

beforeAll(async () => {
  // Two pushes: of half of the accounts, and of a fifth.
  const posts = [...conversationsOf({ seed: 7, hashtags: 8 })].slice(0, 3).flatMap((each) => each.posts);
  writeFileSync(file, toCsv(posts));
  found = await scan([file], { least: LEAST, workers: 0 });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('scan', () => {
  it('finds of every hashtag what analyze finds of it', async () => {
    expect(found.hashtags.length).toBeGreaterThan(4);
    expect(found.summary.standings.pushed).toBeGreaterThan(0);
    for (const {
      standing,
      q: _q,
      size: _size,
      postsPercent: _part,
      campaign: _campaign,
      ...finding
    } of found.hashtags) {
      const result = await analyze([file], { hashtag: finding.hashtag });
      const alone = summarizeHashtag(foldHashtag(finding.hashtag), result);
      expect(finding).toEqual({ ...alone, named: standing === 'pushed' ? alone.named : [] });
    }
  });

  it('looks at every hashtag with enough posts, and at no other', async () => {
    const counted = new Map<string, Set<string>>();
    for (const { posts } of [...conversationsOf({ seed: 7, hashtags: 8 })].slice(0, 3))
      for (const { hashtags, id } of posts)
        for (const tag of hashtags) counted.set(tag, (counted.get(tag) ?? new Set()).add(id));
    const expected = [...counted].filter(([, ids]) => ids.size >= LEAST).map(([tag]) => tag);
    expect(found.hashtags.map(({ hashtag }) => foldHashtag(hashtag)).sort()).toEqual(expected.sort());
  });

  it.each([
    ['threads', { workers: 2 }],
    ['a temporary file for all posts', { workers: 0, memory: 1 }],
    ['both', { workers: 2, memory: 1 }],
  ])('is the same with %s', async (_, how) => {
    expect(await scan([file], { least: LEAST, ...how })).toEqual(found);
  });

  it('is the same whatever the order of rows', async () => {
    const [header = '', ...rows] = toCsv(
      [...conversationsOf({ seed: 7, hashtags: 8 })].slice(0, 3).flatMap(({ posts }) => posts),
    )
      .trimEnd()
      .split('\n');
    const turned = join(folder, 'turned.csv');
    writeFileSync(turned, [header, ...rows.toReversed()].join('\n'));
    const { inputs: _, ...of } = await scan([turned], { least: LEAST });
    const { inputs: __, ...before } = found;
    expect(of).toEqual(before);
  });

  it('completes accounts from files of users as analyze does', async () => {
    const users = join(folder, 'users.csv');
    writeFileSync(users, 'id,created_at\n1,2019-01-01T00:00:00Z\n');
    const dump = join(folder, 'one.csv');
    writeFileSync(
      dump,
      [
        'id,user_id,created_at,text',
        ...Array.from(
          { length: 60 },
          (_, k) => `${k + 10},${(k % 30) + 1},2019-02-01T00:${String(k).padStart(2, '0')}:00Z,word${k} #tag`,
        ),
      ].join('\n'),
    );
    const options = { users: [users] };
    const [hashtag] = (await scan([dump], { ...options, least: 60, workers: 2 })).hashtags;
    const result = await analyze([dump], { ...options, hashtag: 'tag' });
    expect(result.dump.creationDates.dump).toBe(1);
    expect(hashtag).toMatchObject(summarizeHashtag('tag', result));
  });

  it('shows the commonest spelling of each, however many hashtags a post has', async () => {
    const tags = Array.from({ length: 26 }, (_, k) => `Tag${String.fromCodePoint(65 + k)}x`);
    const posts = Array.from({ length: 60 }, (_, k) => ({
      id: `${k + 1}`,
      account: { id: `u${k % 30}` },
      time: Date.UTC(2019, 0, 1, 0, k),
      text: tags.map((tag) => `#${tag}`).join(' '),
    }));
    const { hashtags } = await scan([posts], { least: 50 });
    expect(hashtags.map(({ hashtag }) => hashtag).sort()).toEqual(tags);
  });

  it('says so where no hashtag has enough posts', async () => {
    await expect(scan([file], { least: 1_000_000 })).rejects.toThrow(/no hashtag with 1,000,000 posts/u);
  });
});
