import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostFilter } from '../../src/read/post-filter.js';
import { readPosts } from '../../src/read/read.js';
import { readFile, readText } from './collect.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function table(rows: number, row: (index: number) => string, header = 'id,username,created_at,text'): string {
  return `${header}\n${Array.from({ length: rows }, (_, index) => row(index)).join('\n')}\n`;
}

describe('readPosts', () => {
  it('says what is no file', async () => {
    await expect(readFile(join(folder, 'nowhere.csv'))).rejects.toMatchObject({
      name: 'TrendAuditError',
      code: 'not-found',
    });
    await expect(readFile(folder)).rejects.toMatchObject({ code: 'is-directory' });
    await expect(readFile(join(import.meta.filename, 'below'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hashes and counts every byte, and tells of its progress', async () => {
    const text = table(20_000, (index) => `${index + 1},u${index % 7},2020-01-01T00:00Z,post number ${index}`);
    const path = join(folder, 'large.csv');
    writeFileSync(path, text);
    const seen: number[] = [];
    const { input, posts } = await readFile(path, {
      onProgress: ({ bytesRead, bytesTotal }) => seen.push(bytesRead, bytesTotal ?? -1),
    });
    expect(input).toMatchObject({
      path,
      bytes: text.length,
      rows: 20_000,
      posts: 20_000,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(posts.map(({ line }) => line)).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 2));
    expect(seen.slice(-2)).toEqual([text.length, text.length]);
  });

  it('stops where it is told to', async () => {
    const path = join(folder, 'endless.csv');
    writeFileSync(
      path,
      table(50_000, (index) => `${index + 1},u${index % 7},2020-01-01T00:00Z,post number ${index}`),
    );
    const stop = new AbortController();
    const reading = readPosts(path, 0, { signal: stop.signal });
    await reading.next();
    stop.abort(new Error('enough'));
    await expect(
      (async () => {
        for (;;) if ((await reading.next()).done) return;
      })(),
    ).rejects.toThrow('enough');
    await expect(readPosts(path, 0, { signal: stop.signal }).next()).rejects.toThrow('enough');
  });

  it('asks the whole file which way round its dates are', async () => {
    const path = join(folder, 'sorted.csv');
    writeFileSync(
      path,
      table(
        8000,
        (index) => `${index + 1},u${index % 7},${index < 7999 ? '3/4/20 10:00' : '13/4/20 10:00'},post ${index}`,
      ),
    );
    const { posts, input } = await readFile(path);
    expect(new Date(posts[0]?.time ?? 0).toISOString()).toBe('2020-04-03T10:00:00.000Z');
    expect(input.notes.join(' ')).not.toContain('proves');
  });

  it('gives up on a large file of which nothing can be read', async () => {
    const text = table(6000, (index) => `${index + 1},u,never,post ${index}`);
    await expect(readText(text)).rejects.toMatchObject({ code: 'too-many-bad-rows', line: 2 });
  });

  it('counts duplicates apart from bad rows', async () => {
    const rows = [
      '1,ann,2020-01-01T00:00Z,a',
      ...Array.from({ length: 30 }, () => '2,bob,2020-01-01T00:00Z,b'),
      '3,eve,,c',
    ];
    const text = `id,username,created_at,text\n${rows.join('\n')}\n`;
    await expect(readText(text)).rejects.toMatchObject({ code: 'too-many-bad-rows' });
    const { input } = await readText(text, { maxBadRows: 0.34 });
    expect(input).toMatchObject({
      rows: 32,
      posts: 2,
      skipped: { 'duplicate-row': 29, 'no-time': 1 },
      skippedAt: { 'duplicate-row': [4, 5, 6, 7, 8] },
    });
  });

  it('counts posts that were not asked for by reason, the span first, with the first few lines', async () => {
    const rows = [
      '1,ann,never,a #x',
      ...Array.from({ length: 7 }, (_, n) => `${n + 2},ann,2020-01-0${n === 2 ? 1 : 2}T00:00Z,b #other`),
      '3,ann,2020-01-02T00:00Z,b #other',
      '9,bob,2020-01-02T00:00Z,c #x',
    ];
    const { input, posts } = await readText(`id,username,created_at,text\n${rows.join('\n')}\n`, {
      maxBadRows: 0.5,
      filter: new PostFilter({ hashtag: '#X', since: Date.UTC(2020, 0, 2) }),
    });
    expect(posts.map(({ line }) => line)).toEqual([11]);
    expect(input).toMatchObject({
      rows: 10,
      posts: 1,
      skipped: { 'bad-time': 1, 'duplicate-row': 1, 'other-hashtag': 6, 'outside-span': 1 },
      skippedAt: {
        'bad-time': [2],
        'duplicate-row': [10],
        'other-hashtag': [3, 4, 6, 7, 8],
        'outside-span': [5],
      },
    });
  });

  it('tells posts apart whose cells run together alike', async () => {
    const { input } = await readText(
      'id,username,created_at,text\n1,ab,2020-01-01T00:00Z,c\n1,a,2020-01-01T00:00Z,bc\n1a,b,2020-01-01T00:00Z,c\n',
    );
    expect(input.posts).toBe(3);
  });

  it('does not read on without end after a quote that is never closed', async () => {
    const text = table(
      200_000,
      (index) =>
        `${index},u,2020-01-01,${index === 5000 ? '"' : ''}some words of a text that goes on for a while ${index}`,
    );
    await expect(readText(text)).rejects.toMatchObject({ code: 'malformed', line: 5002 });
  });

  it('looks at no more than the beginning of a line that has no end', async () => {
    await expect(readText('\t'.repeat(200_000))).rejects.toMatchObject({ code: 'not-posts' });
    await expect(readText(`id,username,created_at,text\n${','.repeat(20_000_000)}\n`)).rejects.toMatchObject({
      code: 'malformed',
      line: 2,
      message: expect.stringContaining('does not end within 8 MiB'),
    });
  });

  it('lets a map clear a guess', async () => {
    const { posts } = await readText('id,username,created_at,text,is_retweet\n7,ann,2020-01-01T00:00Z,a,1\n', {
      map: { id: '', retweet: '' },
    });
    expect(posts[0]).toMatchObject({ id: undefined, kind: 'original' });
  });
});

async function kindOf(header: string, row: string): Promise<unknown> {
  const { posts } = await readText(`id,username,created_at,text,${header}\n1,ann,2020-01-01T00:00Z,${row}\n`);
  return posts[0];
}

describe('posts', () => {
  it.each(['TRUE', 'True', '1', '1.0', 'yes', 'RT', 't'])('are retweets where the flag says %s', async (flag) => {
    expect(await kindOf('is_retweet', `x,${flag}`)).toMatchObject({ kind: 'retweet' });
  });
  it.each(['FALSE', '0', '', 'NA', 'nan', 'None'])('are none where it says %j', async (flag) => {
    expect(await kindOf('is_retweet', `x,${flag}`)).toMatchObject({ kind: 'original' });
  });
  it('are retweets by the id that they retweet, even a damaged one, which is then no id', async () => {
    expect(await kindOf('retweeted_id', 'x,1234567890123456789')).toMatchObject({
      kind: 'retweet',
      retweetedId: '1234567890123456789',
    });
    expect(await kindOf('retweeted_id', 'x,1.23E+18')).toMatchObject({ kind: 'retweet' });
    expect(await kindOf('retweeted_id', 'x,1.23E+18')).not.toHaveProperty('retweetedId');
  });
  it('are retweets or replies by their text', async () => {
    expect(await kindOf('x', 'RT @bob: hi,')).toMatchObject({ kind: 'retweet', retweetedHandle: 'bob' });
    expect(await kindOf('x', 'RTs @bob: hi,')).toMatchObject({ kind: 'original' });
    expect(await kindOf('x', '@bob hi,')).toMatchObject({ kind: 'reply', repliedTo: 'bob' });
    expect(await kindOf('x', '.@bob hi,')).toMatchObject({ kind: 'original' });
  });
  it('do not take a count of retweets for a flag', async () => {
    expect(await kindOf('retweet', 'x,17')).toMatchObject({ kind: 'original' });
  });
});
