import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/documents/explanation.js';
import { formatRate } from '../../src/text/format.js';
import { BYSTANDER, CAMPAIGNER, SMALL_DUMP as DUMP } from '../fixture-cases.js';
import { dumpOf, fileWith, type Ran, trendAudit } from './run.js';

const SECTIONS = [
  'What speaks for coordination',
  'What speaks against it',
  'What would change the verdict',
  'All that it shares with likely coordinated accounts',
  'Its posts',
  'Kinds of evidence, added up',
  'To copy',
  'What it rests on',
];
const BYSTANDERS_ID = '347600005';

const explain = (account: string, ...flags: string[]): Promise<Ran> =>
  trendAudit(['explain', DUMP, '--account', account, ...flags]);

/** The times under which a page shows the account's own posts. */
function ownPosts(page: string): string[] {
  const [, section = ''] = page.split('Its posts, in the order of time');
  return section.match(/^ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gmu) ?? [];
}

/** The page and the document on an account: on one line each, as far as that goes. */
async function told(account: string): Promise<{ readonly page: string; readonly document: Explanation }> {
  const [page, json] = [await explain(account), await explain(account, '--json')];
  expect([page.code, page.stderr, json.code, json.stderr]).toEqual([0, '', 0, '']);
  expect(page.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(page.stdout).not.toMatch(/\u001B|\b(bots?|trolls?|fakes?)\b/iu);
  const document: Explanation = JSON.parse(json.stdout);
  return { page: page.stdout.replaceAll(/\s+/gu, ' '), document };
}

describe('explain', { timeout: 60_000 }, () => {
  it('tells the case of an account that is called coordinated: 80 columns and no colour into a pipe', async () => {
    const { page, document } = await told(`@${CAMPAIGNER.toUpperCase()}`);
    const { account, signals, without, posts, shared } = document;
    expect([account.handle, account.verdict]).toEqual([CAMPAIGNER, 'coordinated']);
    expect(without[2]).toMatchObject({ leftOut: 'sharing', verdict: 'organic' });
    const means = signals.flatMap((signal) =>
      signal.weight === null || signal.weight >= 0 ? [] : [signal.means ?? '?'],
    );
    const [nearest] = shared[0]?.matches ?? [];
    for (const text of [
      ...SECTIONS,
      `about ${formatRate(account.q)} of the names would be expected to be wrong`,
      'If we ignore what it shares with others: no coordination found',
      ...account.evidence.map(({ says }) => says.slice(1).split('“')[0] ?? '?'),
      ...means.map((each) => each.slice(1)),
      `${nearest?.gapSeconds} s later`,
      posts[0]?.time.replace('T', ' ').slice(0, 19) ?? '?',
    ])
      expect(page).toContain(text);
    expect(means.length).toBeGreaterThan(0);
    expect(page).not.toContain('What is missing');
  });

  it('tells the case of an account of which nothing was found, named by its id', async () => {
    const { page, document } = await told(BYSTANDERS_ID);
    expect(document.account).toMatchObject({ handle: BYSTANDER, verdict: 'organic', q: 1 });
    expect(document.lacks).toContainEqual({ kind: 'nothing', family: 'posting' });
    for (const text of [
      ...SECTIONS,
      'No coordination was found',
      'about 100% of the names would be expected to be wrong',
      'What is missing',
      'Posting showed nothing',
    ])
      expect(page).toContain(text);
  });

  it.each(['24'])('fits a page of %s columns', async (COLUMNS) => {
    const { stdout } = await trendAudit(['explain', DUMP, '--account', CAMPAIGNER], { env: { COLUMNS } });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS))).toEqual([]);
  });

  it('shows as many posts as it is told', async () => {
    const [three, all] = await Promise.all(['3', '0'].map((top) => explain(CAMPAIGNER, '--top', top)));
    expect(three?.stdout).toContain('Its posts, in the order of time: 3 of 17');
    expect(ownPosts(all?.stdout ?? '')).toHaveLength(17);
    expect(ownPosts(three?.stdout ?? '')).toHaveLength(3);
  });

  it.each([
    [DUMP, CAMPAIGNER],
    [CAMPAIGNER, DUMP],
    [DUMP, `@${CAMPAIGNER.toUpperCase()}`],
    [DUMP, `https://x.com/${CAMPAIGNER}`],
    [`https://twitter.com/${CAMPAIGNER}/status/439298569845917067?s=20`, DUMP],
    [DUMP, '--account', `https://mobile.twitter.com/${CAMPAIGNER}`],
    [DUMP, 'https://x.com/i/user/2370113192'],
    [DUMP, '2370113192'],
    ['--account', '2370113192', DUMP],
  ])('takes the dump and the account in any order: %s %s', async (...words) => {
    const { code, stdout, stderr } = await trendAudit(['explain', ...words, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ account: { id: '2370113192', handle: CAMPAIGNER } });
  });

  it('takes standard input for the dump, and with --account a word that is also a file', async () => {
    const cwd = path.dirname(fileWith(dumpOf(60), 'person_1'));
    const input = readFileSync(DUMP);
    const [piped, named] = await Promise.all([
      trendAudit(['explain', CAMPAIGNER, '-', '--json'], { input }),
      trendAudit(['explain', 'person_1', '--account', 'person_1', '--json'], { cwd }),
    ]);
    expect(JSON.parse(piped.stdout)).toMatchObject({ account: { handle: CAMPAIGNER } });
    expect(JSON.parse(named.stdout)).toMatchObject({ account: { handle: 'person_1' } });
  });

  it('prints the same JSON twice, and only JSON', async () => {
    const [first, second] = [await explain(BYSTANDER, '--json'), await explain(BYSTANDER, '--json')];
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      schemaVersion: '2',
      tool: { name: 'trend-audit' },
      account: { id: BYSTANDERS_ID, verdict: 'organic' },
      thresholds: { coordinated: 0.05, unclear: 0.2 },
    });
    expect(second.stdout).toBe(first.stdout);
  });

  it('shows what is hostile, and does not obey it', async () => {
    const rows = [
      'id,created_at,user,text',
      '1,2014-03-01 12:00,ann,"a\u202Eb \u001B[2J words to be copied here"',
      '2,2014-03-01 12:01,ben,"a\u202Eb \u001B[2J words to be copied here"',
      '',
    ];
    const { code, stdout } = await trendAudit(['explain', fileWith(rows.join('\n')), '--account', 'ann']);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u001B\u202E]/u);
    expect(stdout).toContain('\\u{202E}');
  });

  it('opens its help with examples', async () => {
    const { code, stdout } = await trendAudit(['explain', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}trend-audit explain dump\.csv some_handle\n/u);
  });

  it.each([
    [['explain'], 'no file was named. Name one, as in trend-audit explain dump.csv some_handle'],
    [['explain', DUMP], 'no account was named. Name one by id or handle'],
    [
      ['explain', DUMP, '--account', '@babushka_mash'],
      `no account of these dumps has the id or handle @babushka_mash. Did you mean ${CAMPAIGNER}`,
    ],
    [
      ['explain', DUMP, '@babushka_mash'],
      `no account of these dumps has the id or handle @babushka_mash. Did you mean ${CAMPAIGNER}`,
    ],
    [['explain', DUMP, 'Мария Гуляй'], `Did you mean ${CAMPAIGNER}, who has that name?`],
    [
      ['explain', DUMP, DUMP],
      'no account was named: all of these are files. Name one by id or handle, as in trend-audit explain dump.csv some_handle; one that is called like a file, with --account.',
    ],
    [['explain', DUMP, '--account', ' '], 'no account was named. Name one by id or handle'],
    [['explain', CAMPAIGNER], `'${CAMPAIGNER}' is not a file. Name the dump and the account, as in`],
    [['explain', CAMPAIGNER, BYSTANDER], `neither '${CAMPAIGNER}' nor '${BYSTANDER}' is a file.`],
    [
      ['explain', DUMP, CAMPAIGNER, BYSTANDER],
      `neither '${CAMPAIGNER}' nor '${BYSTANDER}' is a file, and one account is explained. Name one of them`,
    ],
    [['explain', '/no/such/dump.csv', 'ann'], 'trend-audit: /no/such/dump.csv: no such file.'],
    [['explain', 'ann', '/no/such/dump.csv'], 'trend-audit: /no/such/dump.csv: no such file.'],
    [['explain', DUMP, '/no/such/dump.csv.gz'], 'trend-audit: /no/such/dump.csv.gz: no such file.'],
    [['explain', 'https://example.org/dump'], 'is an address, not a file: nothing is fetched'],
    [['explain', 'https://example.org/dump', 'ann'], 'is an address, not a file: nothing is fetched'],
    [['explain', DUMP, 'https://x.com/i/status/1'], 'has the id or handle https://x.com/i/status/1'],
    [['explain', DUMP, '--account', '\u001B[2J'], '\\u{1B}[2J'],
    [['explain', '/no/such/dump.csv', '--account', 'ann'], 'trend-audit: /no/such/dump.csv: no such file.'],
  ])('%j ends with 2 and one line', async (args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
  });
});
