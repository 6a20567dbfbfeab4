import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TrendAuditError } from '../../src/errors.js';
import { analyze } from '../../src/pipeline/analyze.js';

const HEADER = 'id,created_at,user_id,user_screen_name,text';
const row = (id: number, time: string, user: number, text: string): string =>
  `${id},${time},${user},user_${user},"${text}"`;

const MONDAY = [
  row(1, '2014-03-03T10:00:00Z', 11, 'Утро #Крым'),
  row(2, '2014-03-03T11:00:00Z', 12, 'День #весна #КРЫМ'),
  row(3, '2014-03-03T12:00:00Z', 13, 'Вечер #весна'),
];
const TUESDAY = [
  row(3, '2014-03-03T12:00:00Z', 13, 'Вечер #весна'),
  row(4, '2014-03-04T10:00:00Z', 11, 'Снова #крым'),
  row(5, '2014-03-04T11:00:00Z', 14, 'Без тега'),
];

let folder = '';
let monday = '';
let tuesday = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trend-audit-analyze-'));
  monday = write('monday.csv', MONDAY);
  tuesday = write('tuesday.csv', TUESDAY);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return path;
}

describe('analyze', () => {
  it('keeps the posts with a hashtag, in any case, and counts the others', async () => {
    const { dump, inputs, options } = await analyze([monday], { hashtag: '#крым' });
    expect(dump.posts).toBe(2);
    expect(dump.hashtags).toEqual([
      { tag: 'КРЫМ', posts: 2 },
      { tag: 'весна', posts: 1 },
    ]);
    expect(inputs[0]).toMatchObject({
      rows: 3,
      posts: 2,
      skipped: { 'other-hashtag': 1 },
      skippedAt: { 'other-hashtag': [4] },
    });
    expect(options['hashtag']).toBe('#крым');
  });

  it('keeps a span from its first moment to just before its last', async () => {
    const { dump, inputs, options } = await analyze([monday], {
      since: Date.UTC(2014, 2, 3, 10),
      until: Date.UTC(2014, 2, 3, 12),
    });
    expect([dump.posts, dump.from, dump.to]).toEqual([2, '2014-03-03T10:00:00.000Z', '2014-03-03T11:00:00.000Z']);
    expect(inputs[0]).toMatchObject({ posts: 2, skipped: { 'outside-span': 1 } });
    expect([options['since'], options['until']]).toEqual(['2014-03-03T10:00:00.000Z', '2014-03-03T12:00:00.000Z']);
  });

  it.each([{ hashtag: '#nowhere' }, { since: Date.UTC(2020) }])(
    'says that nothing is left by %j, and what to do',
    async (options) => {
      const failure: unknown = await analyze([monday], options).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TrendAuditError);
      expect(failure).toMatchObject({ code: 'nothing-left', file: monday });
      expect(failure instanceof TrendAuditError && failure.hint.length > 10).toBe(true);
    },
  );

  it('takes several files for one conversation, and counts a post that is in two of them once', async () => {
    const { dump, inputs, accounts } = await analyze([monday, tuesday]);
    expect([dump.posts, dump.accounts]).toEqual([5, 4]);
    expect(inputs.map(({ rows, posts, skipped }) => ({ rows, posts, skipped }))).toEqual([
      { rows: 3, posts: 3, skipped: {} },
      { rows: 3, posts: 2, skipped: { 'repeated-id': 1 } },
    ]);
    expect(accounts.find(({ id }) => id === '11')?.posts).toBe(2);
  });

  it('says the same of several files in any order', async () => {
    const [one, other] = await Promise.all([analyze([monday, tuesday]), analyze([tuesday, monday])]);
    expect({ ...other, inputs: [] }).toEqual({ ...one, inputs: [] });
  });

  it('says that posts of several platforms are put together by id and handle', async () => {
    const samples = join(import.meta.dirname, '../read');
    const onBluesky = join(samples, 'cases/bluesky.csv');
    const onMastodon = join(samples, 'json-cases/mastodon.json');
    expect(await notesOf([onMastodon, onBluesky])).toContain('The inputs are from Bluesky and Mastodon:');
    expect(await notesOf([monday, onMastodon])).not.toContain('The inputs are from');
  });

  it('reports on its way, and stops when told to', async () => {
    const stages: string[] = [];
    await analyze([monday], { onProgress: ({ stage }) => stages.push(stage) });
    expect(stages).toContain('reading');
    await expect(analyze([monday], { signal: AbortSignal.abort(new Error('told to stop')) })).rejects.toThrow(
      'told to stop',
    );
  });
});

async function notesOf(paths: readonly string[]): Promise<string> {
  return (await analyze(paths)).inputs.flatMap(({ notes }) => notes).join(' ');
}
