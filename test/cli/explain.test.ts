import { describe, expect, it } from 'vitest';
import { fileWith, trendAudit } from './run.js';

const dump = 'fixtures/rossiya-svoih-ne-brosaet/tweets.csv';
const SECTIONS = [
  'Families of signals',
  'What speaks for it',
  'What speaks against it',
  'What would change the verdict',
  'What it shares with accounts flagged',
  'Its posts',
];

describe('explain', { timeout: 60_000 }, () => {
  it.each([
    [
      '@Sveta_Babushka',
      [
        'Verdict: likely coordinated',
        'Its q of 1.41% is within the 5%',
        'Without the whole family sharing: organic',
        'its retweets are mostly those of accounts not flagged',
        '41 s earlier',
        '2014-03-03 13:24:49',
      ],
    ],
    [
      '177516701',
      ['Verdict: organic: no sign found', 'Its q of\n100% is above both', 'What is missing', 'Posting showed nothing'],
    ],
    ['dshevchenko', ['Verdict: unclear', 'within the 20% up to which it is unclear']],
  ])('tells the case of %s: 80 columns and no colour into a pipe', async (account, says) => {
    const { code, stdout, stderr } = await trendAudit(['explain', dump, '--account', account]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of [...SECTIONS, ...says]) expect(stdout).toContain(text);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/\u001B|\b(bots?|trolls?|fakes?)\b/iu);
  });

  it.each(['24'])('fits a page of %s columns', async (COLUMNS) => {
    const { stdout } = await trendAudit(['explain', dump, '--account', 'sveta_babushka'], { env: { COLUMNS } });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS))).toEqual([]);
  });

  it('shows as many posts as it is told', async () => {
    const [three, all] = await Promise.all(
      ['3', '0'].map((top) => trendAudit(['explain', dump, '--account', 'sveta_babushka', '--top', top])),
    );
    expect(three?.stdout).toContain('Its posts, in the order of time: 3 of 14');
    expect(all?.stdout.match(/ · post \d+/gu)).toHaveLength(14);
  });

  it('prints the same JSON twice, and only JSON', async () => {
    const args = ['explain', dump, '--account', 'kuban_5', '--json'];
    const [first, second] = await Promise.all([trendAudit(args), trendAudit(args)]);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      schemaVersion: '1',
      tool: { name: 'trend-audit' },
      account: { id: '177516701', verdict: 'organic' },
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
    expect(stdout).toMatch(/^Examples:\n {2}trend-audit explain dump\.csv --account some_handle\n/u);
  });

  it.each([
    [['explain'], 'no file was named. Name one, as in trend-audit explain dump.csv --account some_handle'],
    [['explain', dump], 'no account was named. Name one by id or handle'],
    [
      ['explain', dump, '--account', '@sveta_babushk'],
      'no account of these dumps has the id or handle @sveta_babushk. Did you mean sveta_babushka',
    ],
    [['explain', dump, '--account', '\u001B[2J'], '\\u{1B}[2J'],
    [['explain', '/no/such/dump.csv', '--account', 'ann'], 'trend-audit: /no/such/dump.csv: no such file.'],
  ])('%j ends with 2 and one line', async (args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
  });
});
