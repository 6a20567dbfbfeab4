import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { DISCLAIMER } from '../../src/report/headline.js';
import { formatRate } from '../../src/text/format.js';
import { dumpOf as fixture, SMALL_DUMP } from '../fixture-cases.js';
import { dumpOf, fileWith, trendAudit } from './run.js';

const place = path.dirname(fileWith('', 'nothing'));
const key = fileWith('0123456789abcdef0123456789abcdef', 'key');
const read = (name: string): string => readFileSync(path.join(place, name), 'utf8');

describe('addresses', { timeout: 60_000 }, () => {
  it('of profiles and posts stand in JSON, CSV and --posts, with the words of each post', async () => {
    const { code } = await trendAudit(
      ['analyze', SMALL_DUMP, '--quiet', '-o', 'r.json', '-o', 'a.csv', '--posts', 'p.csv'],
      { cwd: place },
    );
    expect(code).toBe(0);
    const { accounts }: Result = JSON.parse(read('r.json'));
    expect(accounts.filter(({ url, handle }) => url !== `https://x.com/${handle}`)).toEqual([]);
    const table: Record<string, string>[] = parse(read('a.csv'), { columns: true });
    expect(table.map(({ url }) => url)).toEqual(accounts.map(({ url }) => url));
    const posts: Record<string, string>[] = parse(read('p.csv'), { columns: true });
    const rows: Record<string, string>[] = parse(readFileSync(SMALL_DUMP), { columns: true, bom: true });
    const written = new Map(rows.map((row) => [row['tweetid'], row]));
    expect(posts).toHaveLength(rows.length);
    for (const { id, url, text, handle } of posts) {
      expect(url).toBe(`https://x.com/${handle}/status/${id}`);
      expect(text?.replace(/^'(?=[=+\-@])/u, '')).toBe(written.get(id)?.['tweet_text']);
    }
  });

  it('stand nowhere with pseudonyms, nor do the words of posts', async () => {
    const hidden = ['--pseudonymize', '--key-file', key];
    const outputs = ['hr.json', 'ha.csv', 'h.html'].flatMap((name) => ['-o', name]);
    await trendAudit(['analyze', SMALL_DUMP, '--quiet', ...hidden, ...outputs, '--posts', 'hp.jsonl'], { cwd: place });
    for (const name of ['hr.json', 'ha.csv', 'h.html', 'hp.jsonl']) expect(read(name)).not.toContain('x.com/');
    const [line = ''] = read('hp.jsonl').split('\n');
    expect(JSON.parse(line)).toMatchObject({ text: null, url: null });
    const { code, stdout, stderr } = await trendAudit(['analyze', SMALL_DUMP, '--urls', '--quiet', ...hidden]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there are no addresses with pseudonyms');
  });

  it('of all posts that are evidence are listed by --urls: sorted, one a line, each once', async () => {
    const [json, list] = await Promise.all(
      ['--json', '--urls'].map((flag) => trendAudit(['analyze', SMALL_DUMP, flag, '--quiet'])),
    );
    const { accounts }: Result = JSON.parse(json?.stdout ?? '');
    const handles = new Map(accounts.map(({ id, handle }) => [id, handle]));
    const expected = accounts.flatMap(({ handle, evidence }) =>
      evidence.flatMap((each) => [
        ...each.posts.map((post) => `https://x.com/${handle}/status/${post}`),
        ...each.with.flatMap(({ account, post, ownPost }) => [
          `https://x.com/${handles.get(account)}/status/${post}`,
          `https://x.com/${handle}/status/${ownPost}`,
        ]),
      ]),
    );
    expect(list).toEqual({
      code: 0,
      stderr: '',
      stdout: [...new Set(expected)]
        .sort()
        .map((url) => `${url}\n`)
        .join(''),
    });
    expect(expected.length).toBeGreaterThan(50);
  });

  it.each([
    [
      'the platform is not known',
      readFileSync(SMALL_DUMP, 'utf8').replace(/^.*\n/u, (head) =>
        head.replaceAll('tweet', 'entry').replaceAll('screen_', ''),
      ),
      'we cannot tell which platform these posts are from',
    ],
    [
      'the dump has no ids of posts',
      readFileSync(SMALL_DUMP, 'utf8').replace('tweetid,', 'nothing,'),
      'the dump has no ids of posts as the platform gives them',
    ],
  ])('are refused where %s', async (_, dump, says) => {
    const maps = ['--map', 'time=entry_time', '--map', 'text=entry_text', '--map', 'account=userid'];
    const flags = dump.startsWith('nothing') ? ['--map', 'id='] : maps;
    const { code, stdout, stderr } = await trendAudit(['analyze', fileWith(dump), '--urls', '--quiet', ...flags]);
    expect(stderr).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('--claims', { timeout: 60_000 }, () => {
  it('prints a paragraph for each account that is called, with its figures and the caveat', async () => {
    const [json, claims] = await Promise.all(
      ['--json', '--claims'].map((flag) => trendAudit(['analyze', SMALL_DUMP, flag, '--quiet'])),
    );
    const { accounts }: Result = JSON.parse(json?.stdout ?? '');
    const called = accounts.filter(({ verdict }) => verdict === 'coordinated');
    const paragraphs = (claims?.stdout ?? '').trimEnd().split('\n\n');
    expect(claims).toMatchObject({ code: 0, stderr: '' });
    expect(paragraphs).toHaveLength(called.length);
    for (const [index, { handle, id, url, q }] of called.entries()) {
      const paragraph = paragraphs[index] ?? '';
      for (const part of [
        'In 300 posts by 101 accounts',
        `calls the account @${handle} (id ${id}, ${url}) likely coordinated`,
        `about ${formatRate(q)} of the names would be expected to be wrong`,
        DISCLAIMER,
      ])
        expect(paragraph).toContain(part);
      expect(paragraph).not.toMatch(/\n|\b(?:bots?|trolls?|fakes?|paid)\b/iu);
    }
  });

  it('says so where nobody is called', async () => {
    const { code, stdout } = await trendAudit(['analyze', fixture('nobody-coordinated'), '--claims', '--quiet']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No account is called likely coordinated in this dump: there is no claim to make.\n',
    });
  });

  it.each([
    [['--claims', '--json'], '--json and --claims both print'],
    [['--urls', '--format', 'csv'], '--format csv and --urls both print'],
    [['--urls', '--claims'], '--claims and --urls both print'],
  ])('is refused beside what prints, too: %s', async (flags, says) => {
    const { code, stderr } = await trendAudit(['analyze', fileWith(dumpOf(60)), ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});
