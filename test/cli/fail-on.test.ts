import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedOf, SMALL, SMALL_DUMP as DUMP } from '../fixture-cases.js';
import { commandsIn, junitProblems, sarifProblems } from '../report/ci/readers.js';
import { fileWith, type Ran, trendAudit } from './run.js';

const { accounts } = expectedOf(SMALL);
const { coordinated } = accounts;
const all = Object.values(accounts).reduce((sum, count) => sum + count, 0);
const percent = Number(((100 * coordinated) / all).toPrecision(3));
const TOO_MANY = `${coordinated} accounts are likely coordinated, more than the 0 allowed`;
const lines = readFileSync(DUMP, 'utf8').split('\n');

const format = (name: string, ...more: string[]): Promise<Ran> =>
  trendAudit(['analyze', DUMP, '--quiet', '--format', name, ...more]);

describe('--fail-on', () => {
  it('ends with 1 and says why, beside the result as it is printed without it', async () => {
    const plain = await trendAudit(['analyze', DUMP, '--json', '--quiet']);
    const failed = await trendAudit(['analyze', DUMP, '--json', '--quiet', '--fail-on', 'coordinated']);
    expect(failed).toEqual({
      ...plain,
      code: 1,
      stderr: `trend-audit: ${TOO_MANY}\n`,
    });
    const several = ['--fail-on', 'coordinated=2%', '--fail-on', `organic=${accounts.organic - 1}`];
    expect((await trendAudit(['analyze', DUMP, ...several])).stderr).toBe(
      `trend-audit: ${coordinated} of ${all} accounts (${percent}%) are likely coordinated, more than the 2% allowed; ${accounts.organic} accounts are organic, more than the ${accounts.organic - 1} allowed\n`,
    );
  });

  it('ends with 0 where nothing is crossed', async () => {
    const { code, stderr } = await trendAudit([
      'analyze',
      DUMP,
      '--quiet',
      '--fail-on',
      `coordinated=${coordinated}`,
      '--fail-on',
      `coordinated=${percent + 1}%`,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.each([
    ['cordinated', 'Did you mean coordinated? Verdicts are coordinated, flooding, unclear, organic, insufficient.'],
    ['coordinated=', 'Give a whole number of accounts or a share'],
    ['coordinated=1.5', 'Give a whole number of accounts or a share'],
    ['coordinated=101%', 'Give a whole number of accounts or a share'],
    ['coordinated=-1', 'Give a whole number of accounts or a share'],
    ['', 'Verdicts are'],
  ])('refuses %j', async (threshold, says) => {
    const { code, stderr } = await trendAudit(['analyze', DUMP, '--fail-on', threshold]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('formats for continuous integration', () => {
  it('junit: a dump is a test case, which fails where a threshold is crossed', async () => {
    const [passed, failed] = await Promise.all([format('junit'), format('junit', '--fail-on', 'coordinated')]);
    expect([passed.code, failed.code]).toEqual([0, 1]);
    expect([...(await junitProblems(passed.stdout)), ...(await junitProblems(failed.stdout))]).toEqual([]);
    expect(passed.stdout).toContain('failures="0"');
    expect(failed.stdout).toContain(`<failure message="${TOO_MANY}"`);
  });

  it('sarif and github: each account at a line of the dump that is its own', async () => {
    const [sarif, github, json] = await Promise.all([format('sarif'), format('github', '--top', '0'), format('json')]);
    expect(sarifProblems(sarif.stdout)).toEqual([]);
    const flagged: { id: string }[] = JSON.parse(json.stdout).accounts.filter(
      ({ verdict }: { verdict: string }) => verdict === 'coordinated',
    );
    const results: { locations: { physicalLocation: { region: { startLine: number } } }[] }[] = JSON.parse(sarif.stdout)
      .runs[0].results;
    const annotated = commandsIn(github.stdout).filter(({ name }) => name === 'warning');
    expect(results.map(({ locations }) => locations[0]?.physicalLocation.region.startLine)).toEqual(
      annotated.map(({ properties }) => Number(properties['line'])),
    );
    expect(annotated).toHaveLength(flagged.length);
    for (const [n, { properties, message }] of annotated.entries()) {
      expect(properties['file']).toBe(DUMP);
      expect(message).toContain(`(${flagged[n]?.id ?? '?'})`);
      expect(lines[Number(properties['line']) - 1]).toContain(flagged[n]?.id);
    }
  });

  it('annotates no more than --top accounts', async () => {
    const { stdout } = await format('github', '--top', '3');
    expect(commandsIn(stdout).map(({ name }) => name)).toEqual(['notice', 'warning', 'warning', 'warning']);
  });

  it('names no line where records have none', async () => {
    const posts = Array.from({ length: 30 }, (_, n) => ({
      id: String(n),
      created_at: `2014-03-01T00:00:${String(n % 3).padStart(2, '0')}Z`,
      user: `u${n % 3}`,
      text: 'Все на площадь, все вместе, сегодня и завтра',
    }));
    const { stdout } = await trendAudit([
      'analyze',
      fileWith(JSON.stringify(posts), 'dump.json'),
      '--quiet',
      '--format',
      'sarif',
    ]);
    expect(stdout).not.toContain('startLine');
  });
});
