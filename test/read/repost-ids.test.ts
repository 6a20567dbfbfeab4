import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

const START = Date.UTC(2021, 4, 14, 8, 0, 0);
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/** The platform's own id of a moment. */
function idOf(time: string): string {
  return String((BigInt(Date.parse(`${time.replace(' ', 'T')}Z`)) - 1_288_834_974_657n) << 22n);
}

/** Twelve posts, each reposted by so many people. */
function reposts(sharers: number, id: (posted: string, shared: string, row: number) => string): Promise<Collected> {
  const rows = Array.from({ length: 12 * sharers }, (_, row) => {
    const post = row % 12;
    const [posted, shared] = [at(post * 7), at(300 + row * 3)];
    return [id(posted, shared, row), posted, `author_${post}`, `who counted bridge ${post} here`, `fan_${row}`, shared];
  });
  return readText(['id,created_at,user,text,retweeter,retweeted_at', ...rows.map((row) => row.join(','))].join('\n'));
}

describe('the id in a row that names who reposted a post', () => {
  it.each([
    ['differs between reposts of one post', 2, (_posted: string, _shared: string, row: number) => String(5000 + row)],
    ['contains the time of the repost', 1, (_posted: string, shared: string) => idOf(shared)],
  ])('is that of the repost if it %s', async (_why, sharers, id) => {
    const read = await reposts(sharers, id);
    expect(read.posts.every(({ retweetedId }) => retweetedId === undefined)).toBe(true);
    expect(new Set(read.posts.map(({ id: own }) => own)).size).toBe(12 * sharers);
    expect(read.posts.every(({ kind }) => kind === 'retweet')).toBe(true);
    expect(read.input.notes.join(' ')).toContain('“id” is the id of the repost in rows of reposts');
  });

  it.each([
    [
      'is the same in reposts of one post',
      2,
      (_posted: string, _shared: string, row: number) => String(5000 + (row % 12)),
    ],
    ['contains the time of the post', 1, (posted: string) => idOf(posted)],
    ['shows nothing', 1, (_posted: string, _shared: string, row: number) => String(5000 + row)],
  ])('is that of the original post if it %s', async (_why, sharers, id) => {
    const read = await reposts(sharers, id);
    expect(read.posts.every((post) => post.id === undefined && post.retweetedId !== undefined)).toBe(true);
  });
});
