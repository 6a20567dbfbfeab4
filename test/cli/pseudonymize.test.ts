import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { FORMATS_BY_ENDING } from '../../src/report/formats/index.js';
import { expectedOf, SMALL, SMALL_DUMP as DUMP } from '../fixture-cases.js';
import { dumpOf as smallDump, fileWith, type Ran, trendAudit } from './run.js';

const KEY = fileWith('0123456789abcdef of the tests\n', 'key');
const rows: Record<string, string>[] = parse(readFileSync(DUMP), { columns: true, bom: true });

/** Everything that names somebody: ids of accounts and posts, handles, display names of more than a word. */
const NAMES: readonly string[] = [
  ...new Set(
    rows.flatMap((row) => [
      row.tweetid ?? '',
      row.userid ?? '',
      row.user_screen_name ?? '',
      ...(/\p{L}\s+\p{L}/u.test(row.user_display_name ?? '') ? [row.user_display_name ?? ''] : []),
    ]),
  ),
];
/** Whom texts mention, in the dump or not. */
const MENTIONED: readonly string[] = [
  ...new Set(
    rows.flatMap((row) => Array.from((row.tweet_text ?? '').matchAll(/@(\w+)/gu), ([, handle]) => handle ?? '')),
  ),
];

/** Those that stand in a text as whole words, in any case. */
function foundIn(text: string, names: readonly string[]): string[] {
  const folded = text.toLowerCase();
  return names.filter((name) => {
    const lower = name.toLowerCase();
    for (let at = folded.indexOf(lower); at >= 0; at = folded.indexOf(lower, at + 1)) {
      if (
        !/[\p{L}\p{N}_]$/u.test(folded.slice(Math.max(0, at - 2), at)) &&
        !/^[\p{L}\p{N}_]/u.test(folded.slice(at + lower.length, at + lower.length + 2))
      )
        return true;
    }
    return false;
  });
}

function handlesIn(csv: string): string[] {
  const accounts: Record<string, string>[] = parse(csv, { columns: true });
  return accounts.map(({ handle = '' }) => handle).toSorted();
}

/** Runs it with every output there is: their contents by name, with what was printed. */
async function outputsOf(
  more: readonly string[],
): Promise<{ readonly ran: Ran; readonly outputs: ReadonlyMap<string, string> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
  const files = [...FORMATS_BY_ENDING.keys()].flatMap((ending) => ['-o', path.join(folder, `output.${ending}`)]);
  const ran = await trendAudit([
    'analyze',
    DUMP,
    '--top',
    '0',
    '--verbose',
    '--json',
    ...files,
    '--posts',
    path.join(folder, 'posts.csv'),
    ...more,
  ]);
  const page = await trendAudit(['analyze', DUMP, '--top', '0', ...more]);
  const outputs = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  return { ran, outputs: new Map([...outputs, ['stdout', ran.stdout], ['stderr', ran.stderr], ['page', page.stdout]]) };
}

describe('--pseudonymize', () => {
  let plain: Awaited<ReturnType<typeof outputsOf>>;
  let hidden: Awaited<ReturnType<typeof outputsOf>>;

  beforeAll(async () => {
    plain = await outputsOf([]);
    hidden = await outputsOf(['--pseudonymize', '--key-file', KEY]);
  });

  it('leaves no id, handle, name or mention in any output', () => {
    expect(hidden.ran.code).toBe(0);
    expect(hidden.outputs.size).toBe(FORMATS_BY_ENDING.size + 4);
    for (const [name, text] of hidden.outputs)
      expect([
        name,
        foundIn(text, NAMES),
        foundIn(
          text,
          MENTIONED.map((handle) => `@${handle}`),
        ),
      ]).toEqual([name, [], []]);
    // The same search finds them where they are.
    const { coordinated } = expectedOf(SMALL);
    for (const [name, text] of plain.outputs)
      expect([name, foundIn(text, coordinated)]).toEqual([name, name === 'stderr' ? [] : coordinated]);
    expect(coordinated.length).toBeGreaterThan(3);
    const everybody = new Set(rows.flatMap(({ userid = '', user_screen_name: handle = '' }) => [userid, handle]));
    expect(foundIn(plain.ran.stdout, [...everybody])).toHaveLength(everybody.size);
    expect(everybody.size).toBe(202);
  });

  it('changes no figure and no verdict', () => {
    const [named, pseudonymous]: [Result, Result] = [JSON.parse(plain.ran.stdout), JSON.parse(hidden.ran.stdout)];
    expect(pseudonymous.accounts.map(({ score, verdict }) => [score, verdict])).toEqual(
      named.accounts.map(({ score, verdict }) => [score, verdict]),
    );
    expect([
      pseudonymous.summary,
      pseudonymous.dump,
      pseudonymous.timeline,
      pseudonymous.traffic,
      pseudonymous.trend,
    ]).toEqual([named.summary, named.dump, named.timeline, named.traffic, named.trend]);
    expect(pseudonymous.groups.map(({ id, accounts, says }) => [id, accounts.length, says])).toEqual(
      named.groups.map(({ id, accounts, says }) => [id, accounts.length, says]),
    );
    expect(new Set(pseudonymous.accounts.map(({ id }) => id)).size).toBe(named.accounts.length);
    const ids = new Set(pseudonymous.accounts.map(({ id }) => id));
    expect(pseudonymous.groups.flatMap(({ accounts }) => accounts).filter((id) => !ids.has(id))).toEqual([]);
    expect(pseudonymous.options.pseudonymized).toBe(true);
  });

  it('names the same account alike in every output', () => {
    const result: Result = JSON.parse(hidden.ran.stdout);
    const posts: Record<string, string>[] = parse(hidden.outputs.get('posts.csv') ?? '', { columns: true });
    const handles = new Map(result.accounts.map(({ id, handle }) => [id, handle]));
    expect(posts.filter(({ account = '', handle }) => handles.get(account) !== handle)).toEqual([]);
    const ids = new Set(posts.map(({ id }) => id));
    expect(ids.size).toBe(posts.length);
    expect(
      result.accounts.flatMap(({ evidence }) => evidence.flatMap((each) => each.posts)).filter((id) => !ids.has(id)),
    ).toEqual([]);
  });
});

describe('the key', () => {
  const dump = fileWith(smallDump(20));
  const run = (...args: string[]): Promise<Ran> => trendAudit(['analyze', dump, '--format', 'csv', '--quiet', ...args]);

  it('is made and told once, and gives the same pseudonyms again', async () => {
    const [first, second] = [await run('--pseudonymize'), await run('--pseudonymize')];
    expect(first.stdout).not.toBe(second.stdout);
    const [, key = ''] = /^trend-audit: key of the pseudonyms: ([0-9a-f]{64}) [^\n]*\n$/u.exec(first.stderr) ?? [];
    expect(first.stdout).not.toContain(key);
    const again = await run('--pseudonymize', '--key-file', fileWith(`${key}\n`, 'key'));
    expect(again).toEqual({ code: 0, stdout: first.stdout, stderr: '' });
  });

  it('gives the same pseudonyms in another dump', async () => {
    const other = await trendAudit([
      'analyze',
      fileWith(smallDump(40)),
      '--format',
      'csv',
      '--quiet',
      '--pseudonymize',
      '--key-file',
      KEY,
    ]);
    expect(handlesIn(other.stdout)).toEqual(handlesIn((await run('--pseudonymize', '--key-file', KEY)).stdout));
  });

  it.each([
    [
      'a short key',
      ['--pseudonymize', '--key-file', fileWith('secret\n', 'key')],
      'holds a key of 6 characters, and at least 16 are needed',
    ],
    ['no key file', ['--pseudonymize', '--key-file', '/no/such/key'], 'there is no such key file'],
    ['a key for nothing', ['--key-file', KEY], '--key-file needs --pseudonymize'],
  ])('is refused: %s', async (_, args, says) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/u);
  });
});
