import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectedOf, FIXTURES, SMALL } from '../fixture-cases.js';
import { commandsIn, junitProblems, sarifProblems } from '../report/ci/readers.js';
import { faults } from '../schema/documents.js';
import { type Ran, trendAudit } from './run.js';

const ROOT = path.join(FIXTURES, '..');
const { accounts, coordinated: called } = expectedOf(SMALL);
const all = Object.values(accounts).reduce((sum, count) => sum + count, 0);
const judged = all - accounts.insufficient;
const [someone = ''] = called;
const LABELS = readFileSync(path.join(FIXTURES, SMALL, 'labels.csv'), 'utf8');
/** What is said of the small fixture, whatever is expected of it. */
const FOUND = `${accounts.coordinated} of ${all} likely coordinated`;
const AS_IT_IS = { expect: { coordinated: accounts.coordinated } };

/** A new directory with a copy of a dump and its labels, and these files. */
function place(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-check-'));
  for (const name of ['tweets.csv', 'labels.csv']) cpSync(path.join(FIXTURES, SMALL, name), path.join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

const check = (cwd: string, ...args: string[]): Promise<Ran> => trendAudit(['check', ...args], { cwd });
const config = (...datasets: object[]): object => ({
  datasets: datasets.map((dataset, n) => ({ name: `set ${n + 1}`, files: 'tweets.csv', ...dataset })),
});

describe('check', () => {
  it('finds this project as it expects itself to be', async () => {
    const { code, stdout, stderr } = await check(ROOT, 'trend-audit.config.json', '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { datasets }: { datasets: { name: string; outcome: string; expectations: number }[] } = JSON.parse(stdout);
    expect(datasets.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['rossiya-svoih-ne-brosaet', 'passed'],
      ['no-creation-dates', 'passed'],
      ['nobody-coordinated', 'passed'],
    ]);
    expect(Math.min(...datasets.map(({ expectations }) => expectations))).toBeGreaterThan(2);
  });

  it('prints the same bytes with any number of workers, and from any directory but for the paths', async () => {
    const folder = place({
      'trend-audit.config.json': config(AS_IT_IS, { expect: { unclear: accounts.unclear + 1 } }),
      'sub/a': '',
    });
    const one = await check(folder, '--workers', '1');
    expect(await check(folder, '--workers', '3')).toEqual(one);
    const inside = await check(path.join(folder, 'sub'));
    expect(inside.stdout.replaceAll('../', '')).toBe(one.stdout);
    expect(one.stdout.split('\n').map((line) => line.slice(0, 5))).toEqual(['ok   ', 'FAIL ', '  tre', '1 of ', '']);
  });

  it('shows what is not as expected with the line that expects it, and ends with 1', async () => {
    const folder = place({
      'trend-audit.config.json': config(
        { expect: { coordinated: { max: 5 }, notFlagged: [someone], flagged: ['nobody_here'] } },
        AS_IT_IS,
      ),
    });
    const share = Number(((100 * accounts.coordinated) / judged).toPrecision(3));
    const { code, stdout, stderr } = await check(folder);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      `FAIL  set 1  ${FOUND}; 3 of 3 expectations not met`,
      `  trend-audit.config.json:7: coordinated: ${accounts.coordinated} of ${judged} accounts (${share}%), expected at most 5`,
      expect.stringMatching(
        new RegExp(
          String.raw`^ {2}trend-audit\.config\.json:11: ${someone}: likely coordinated, score \d+, expected not likely coordinated \(tweets\.csv:\d+\)$`,
        ),
      ),
      '  trend-audit.config.json:14: nobody_here: no account of the dump has this id or handle, expected likely coordinated',
      `ok    set 2  ${FOUND}; 1 expectation met`,
      '1 of 2 as expected, 1 not.',
      '',
    ]);
  });

  it('says which configuration it used and how long it took for --verbose, on standard error', async () => {
    expect(await check(place({ 'trend-audit.config.json': config(AS_IT_IS) }), '--verbose')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^trend-audit: configuration: trend-audit\.config\.json\ntrend-audit: took \d+\.\d s\n$/u,
      ),
    });
  });

  it('goes on where one dataset cannot be read, and ends with 2', async () => {
    const folder = place({
      'trend-audit.config.json': config({ files: 'no-such.csv', expect: { unclear: 0 } }, AS_IT_IS),
    });
    const { code, stdout } = await check(folder);
    expect(code).toBe(2);
    expect(stdout).toContain('ERROR set 1  could not be checked\n  no-such.csv: no such file. ');
    expect(stdout).toContain('  asked for at trend-audit.config.json:3\nok    set 2');
    expect(stdout).toContain('1 of 2 as expected, 1 could not be checked.\n');
  });

  it('holds precision and recall against labels', async () => {
    // As if everybody were to be called coordinated: nobody is called so wrongly, and most are missed.
    const folder = place({
      'trend-audit.config.json': config({ labels: 'all.csv', expect: { precision: 0.99, recall: '90%' } }),
      'all.csv': LABELS.replaceAll('organic', 'coordinated'),
    });
    const { code, stdout } = await check(folder);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `trend-audit.config.json:9: recall: ${Number((accounts.coordinated / all).toFixed(4))}, expected at least 90%`,
    );
    expect(stdout).not.toContain('precision:');
  });
});

describe('a baseline', () => {
  it('is written with --update, holds until something changes, and shows the change account by account', async () => {
    const folder = place({ 'trend-audit.config.json': config({ baseline: 'stored.json' }) });
    const stored = path.join(folder, 'stored.json');
    expect(await check(folder)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(
        'stored.json: no such file. Check its name, or write the baseline with --update.',
      ),
    });
    expect(await check(folder, '--update')).toMatchObject({ code: 0, stderr: 'trend-audit: wrote stored.json\n' });
    const first = readFileSync(stored, 'utf8');
    expect(await check(folder)).toMatchObject({ code: 0 });

    const baseline: { accounts: { id: string; handle: string; score: number }[] } = JSON.parse(first);
    const [gone, moved, ...others] = baseline.accounts;
    writeFileSync(
      stored,
      JSON.stringify({
        baseline: '1',
        accounts: [
          { ...moved, score: (moved?.score ?? 0) - 5 },
          { id: 'zz', handle: 'was_here', score: 70 },
          ...others,
        ],
      }),
    );
    const { code, stdout } = await check(folder);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'not as stored.json has it: 1 newly called likely coordinated, 1 no longer called likely coordinated, 1 score moved (--update accepts this)',
    );
    expect(stdout).toMatch(
      new RegExp(
        `\\+ @${gone?.handle ?? '?'}.*: newly called likely coordinated, score ${gone?.score ?? '?'} \\(tweets\\.csv:\\d+\\)`,
        'u',
      ),
    );
    expect(stdout).toContain('- @was_here (zz): no longer in the dump, score was 70\n');
    expect(stdout).toMatch(
      new RegExp(`~ @${moved?.handle ?? '?'}.*: score moved, [\\d.]+ → ${moved?.score ?? '?'} \\(`, 'u'),
    );
    expect((await check(folder, '--tolerance', '6')).stdout).not.toContain('score moved');
    expect(faults('Check', JSON.parse((await check(folder, '--format', 'json')).stdout))).toEqual([]);
    await check(folder, '--update');
    expect(readFileSync(stored, 'utf8')).toBe(first);
  });

  it('is refused at its line where it is none', async () => {
    const folder = place({
      'trend-audit.config.json': config({ baseline: 'stored.json' }),
      'stored.json': '{\n  "baseline": "1",\n  "accounts": [\n    {"id": 3}\n  ]\n}\n',
    });
    expect(await check(folder)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(
        'stored.json:4: is not a baseline: accounts[0].id does not have the form of one. Write it again with --update.',
      ),
    });
  });
});

describe('the configuration', () => {
  it('is found in directories above, in YAML, and in package.json', async () => {
    const dataset = { name: 'a', files: '../tweets.csv', ...AS_IT_IS };
    const folder = place({
      '.git/HEAD': '',
      'package.json': { name: 'x' },
      'sub/package.json': { 'trend-audit': { datasets: [dataset] } },
      'sub/deeper/README': '',
      'yaml/trend-audit.config.yaml': `datasets:\n  - name: a\n    files: ../tweets.csv\n    expect: {coordinated: ${accounts.coordinated}}\n`,
    });
    for (const where of ['sub', 'sub/deeper', 'yaml'])
      expect(await check(path.join(folder, where))).toMatchObject({
        code: 0,
        stdout: `ok    a  ${FOUND}; 1 expectation met\n1 of 1 as expected.\n`,
      });
    expect(await check(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no configuration: there is no trend-audit.config.json'),
    });
  });

  it.each([
    [
      'a.json',
      '{\n  "datasets": [\n    {"files": "a.csv", "expect": {"coordinated": 1,}}\n  ]\n}',
      'a.json:3: is not valid JSON: ',
    ],
    [
      'a.json',
      '{\n  "datasets": [\n    {"files": "a.csv",\n     "expect": {"cordinated": 1}}\n  ]\n}',
      'a.json:4: unknown key "cordinated" in datasets[0].expect. Did you mean coordinated?',
    ],
    [
      'a.json',
      '{\n  "datasets": [{"files": "a.csv",\n "baseline": "b",\n "baseline": "c"}]\n}',
      'a.json:4: the key "baseline" is given twice',
    ],
    [
      'a.json',
      '{\n  "datasets": [{"files": "a.csv", "baseline": "b",\n "options": {\n "sead": 1}}]\n}',
      'a.json:4: unknown key "sead" in datasets[0].options. Did you mean seed?',
    ],
    [
      'a.json',
      '{\n  "options": {\n "maxBadRows": "lots"}, "datasets": [{"files": "a.csv", "baseline": "b"}]\n}',
      'a.json:3: options.maxBadRows is "lots". Give a share such as 10% or 0.1.',
    ],
    [
      'a.json',
      '{"datasets": [{"files": "a.csv", "baseline": "b", "options":\n {\n"since": "yesterday"}}]\n}',
      'a.json:3: datasets[0].options.since is "yesterday". Give a date such as 2014-03-05',
    ],
    ['a.json', '', 'a.json: is empty: no configuration.'],
    [
      'a.yaml',
      'datasets:\n  - files: a.csv\n    expect:\n      coordinated: {min: 9, max: 3}\n',
      'a.yaml:4: datasets[0].expect.coordinated has a min above its max',
    ],
    [
      'a.yaml',
      'datasets:\n  - files: a.csv\n    expect: &e\n      unclear: {mox: 3}\n  - files: b.csv\n    expect: *e\n',
      'a.yaml:4: unknown key "mox" in datasets[0].expect.unclear. Did you mean max?',
    ],
    ['a.yaml', 'datasets:\n  - files: a.csv\n   expect: 3\n', 'a.yaml:3: is not valid YAML: '],
    [
      'a.yaml',
      'datasets:\n  - files: a.csv\n    files: b.csv\n',
      'a.yaml:3: is not valid YAML: Map keys must be unique',
    ],
    ['a.txt', 'x', 'a.txt: is not named like a configuration file'],
    ['package.json', '{"name": "x"}', 'package.json: has no key trend-audit'],
  ])('%s: %j', async (name, content, says) => {
    const { code, stdout, stderr } = await check(place({ [name]: content }), name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`trend-audit: ${says}`);
    expect(stderr).toMatch(/^[^\n]+\n$/u);
  });

  it('says that it is not there', async () => {
    expect(await check(place(), 'none.json')).toMatchObject({
      code: 2,
      stderr: 'trend-audit: none.json: no such file. Check the name, or leave it out to have it looked for.\n',
    });
  });

  it('is over the defaults, the environment over it, and flags over that', async () => {
    const folder = place({
      'trend-audit.config.json': {
        tolerance: 2,
        workers: 3,
        options: { seed: 5, maxBadRows: '2%' },
        datasets: [{ files: 'tweets.csv', options: { seed: 6, maxBytes: '2G' }, baseline: 'b.json' }],
      },
    });
    const resolved = async (env: Record<string, string>, ...args: string[]): Promise<Record<string, unknown>> =>
      JSON.parse((await trendAudit(['check', '--print-config', ...args], { cwd: folder, env })).stdout);
    expect(await resolved({})).toMatchObject({
      workers: 3,
      tolerance: 2,
      format: 'text',
      from: { workers: 'file', tolerance: 'file', format: 'default' },
      datasets: [{ options: { seed: 6, maxBadRows: 0.02, maxBytes: 2 ** 31 }, baseline: 'b.json' }],
    });
    expect(
      await resolved(
        { TREND_AUDIT_TOLERANCE: '4', TREND_AUDIT_SEED: '7', TREND_AUDIT_WORKERS: '1' },
        '--tolerance',
        '5',
      ),
    ).toMatchObject({
      workers: 1,
      tolerance: 5,
      from: { workers: 'environment', tolerance: 'flag' },
      datasets: [{ options: { seed: 7 } }],
    });
    const wrong = await trendAudit(['check'], { cwd: folder, env: { TREND_AUDIT_TOLERANCE: 'much' } });
    expect(wrong.stderr).toContain('Give points from 0 to 100.');
  });
});

describe('reports of check', () => {
  const HOSTILE = 'evil\n::error::x ##[error] <a> | `b` [c](https://example.org)';
  const folder = place({
    'trend-audit.config.json': config(
      { name: HOSTILE, expect: { notFlagged: [someone], unclear: { min: 99 } } },
      { files: `${HOSTILE}.csv`, expect: { unclear: 0 } },
      AS_IT_IS,
    ),
  });
  const outputs = ['r.xml', 'r.sarif', 'r.md', 'r.json'].flatMap((name) => ['-o', name]);
  let ran: Ran;
  beforeAll(async () => {
    ran = await check(folder, '--format', 'github', ...outputs, '--quiet');
  });
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

  it('junit: a dataset is a test case', async () => {
    expect(ran.code).toBe(2);
    expect(await junitProblems(read('r.xml'))).toEqual([]);
    expect(read('r.xml')).toContain('tests="3" failures="1" errors="1"');
  });

  it("sarif and github: at the dump's line where it is about an account, else at the line that expects it", () => {
    const { stdout } = ran;
    expect(sarifProblems(read('r.sarif'))).toEqual([]);
    const commands = commandsIn(stdout);
    expect(commands.map(({ name }) => name)).toEqual(['error', 'error', 'error', 'error', 'error', 'notice']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(6);
    const about = commands.find(({ message }) => message.startsWith(`${someone}: likely coordinated`));
    expect(about?.properties).toMatchObject({ file: 'tweets.csv' });
    expect(
      readFileSync(path.join(folder, 'tweets.csv'), 'utf8').split('\n')[Number(about?.properties['line']) - 1],
    ).toContain(someone);
    expect(commands.find(({ message }) => message.startsWith('unclear: '))?.properties).toMatchObject({
      file: 'trend-audit.config.json',
      line: '10',
    });
  });

  it('md and json: every dataset', () => {
    expect(faults('Check', JSON.parse(read('r.json')))).toEqual([]);
    expect(JSON.parse(read('r.json')).datasets).toMatchObject([
      { outcome: 'failed' },
      { outcome: 'error' },
      { outcome: 'passed' },
    ]);
    expect(read('r.md')).toContain('1 of 3 as expected, 1 not, 1 could not be checked.');
    expect(read('r.md')).toContain(`| \`set 3\` | as expected | ${FOUND}; 1 expectation met |`);
    expect(read('r.md').replaceAll(/`[^`\n]+`/gu, '')).not.toContain('https://');
  });

  it('refuses a format and an ending that are none, before anything is read', async () => {
    expect(
      (await trendAudit(['check', path.join(folder, 'trend-audit.config.json'), '--format', 'junti'])).stderr,
    ).toContain('there is no format junti. Did you mean junit? Formats are text, json, junit, sarif, github, md.');
    expect(
      (await trendAudit(['check', path.join(folder, 'trend-audit.config.json'), '-o', 'a.html'])).stderr,
    ).toContain('.html is not supported');
  });
});
