import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileWith, trendAudit } from './run.js';

const SAMPLES = join(import.meta.dirname, '../read/packed-cases');

/** Three posts of three accounts. */
function postsOf(who: string): object[] {
  return [1, 2, 3].map((at) => ({
    id: `${at}`,
    user: `${who}${at}`,
    created_at: `2020-01-01T00:00:0${at}Z`,
    text: `a #tag ${at}`,
  }));
}

describe('a file with more than one table', () => {
  it('is read by the sheet or table that is named', async () => {
    const { code, stdout } = await trendAudit([
      'inspect',
      join(SAMPLES, 'openpyxl.xlsx'),
      '--sheet',
      'Posts',
      '--json',
    ]);
    expect({ code, posts: JSON.parse(stdout).dump.posts }).toEqual({ code: 0, posts: 60 });
    const other = await trendAudit(['inspect', join(SAMPLES, 'joined.sqlite'), '--sheet', 'user']);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('--sheet: there is no table “user”. Did you mean --sheet “users”?');
  });

  it('is read by the list that is named, with threads and without', async () => {
    const file = fileWith(JSON.stringify({ data: { videos: postsOf('ann'), answers: postsOf('bob') } }), 'lists.json');
    const { stdout } = await trendAudit(['inspect', file, '--records', 'data.answers', '--json']);
    expect(JSON.parse(stdout).options.records).toBe('data.answers');
    const { accounts } = JSON.parse(
      (await trendAudit(['analyze', file, '--records', 'data.answers', '--json'])).stdout,
    );
    expect(accounts.map(({ handle }: { handle: string }) => handle)).toEqual(['bob1', 'bob2', 'bob3']);
  });

  it('is read by the numbers of its columns, the same with threads and without', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, at) =>
        `${at},user${at % 50},${new Date(Date.UTC(2020, 0, 1) + at * 1000).toISOString()},some words of post ${at} #tag`,
    );
    const file = fileWith(`${rows.join('\n')}\n`, 'rows.csv');
    const map = ['--no-header', '--map', 'handle=2', '--map', 'time=3', '--map', 'text=4'];
    const [alone, threads] = [
      await trendAudit(['analyze', file, ...map, '--json', '--workers', '0']),
      await trendAudit(['analyze', file, ...map, '--json', '--workers', '2']),
    ];
    expect(JSON.parse(alone.stdout).dump.posts).toBe(9000);
    expect(threads.stdout).toBe(alone.stdout);
  });
});
