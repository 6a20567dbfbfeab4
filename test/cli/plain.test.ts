import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAMPAIGNER, dumpOf, expectedOf, SMALL, SMALL_DUMP } from '../fixture-cases.js';
import { trendAudit } from './run.js';

/** Its posts are so many that a person is shown them in thousands. */
const LARGE_DUMP = dumpOf('rossiya-svoih-ne-brosaet');
const EXPECTED = expectedOf(SMALL);
const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-plain-'));
/** Another dump with the same accounts, so that there is something that dumps have in common. */
const OTHER = path.join(folder, 'other.csv');
copyFileSync(SMALL_DUMP, OTHER);
const COMMANDS: readonly (readonly string[])[] = [
  ['analyze', SMALL_DUMP],
  ['inspect', SMALL_DUMP],
  ['evaluate', SMALL_DUMP, '--no-ablation'],
  ['compare', SMALL_DUMP, OTHER],
  ['explain', SMALL_DUMP, '--account', CAMPAIGNER],
];

/** The lines with tabs, a list for each table: they stand together. */
function tables(page: string): string[][][] {
  const found: string[][][] = [];
  let open = false;
  for (const line of page.split('\n')) {
    const cells = line.split('\t');
    if (cells.length < 2) open = false;
    else if (open) found.at(-1)?.push(cells);
    else {
      found.push([cells]);
      open = true;
    }
  }
  return found;
}

describe('--plain', () => {
  it.each(COMMANDS)(
    '%s: rows with tabs under heads, and nothing drawn, coloured or cut, whatever the width',
    async (...args) => {
      const { code, stdout } = await trendAudit([...args, '--quiet', '--plain', '--color'], { env: { COLUMNS: '40' } });
      expect(code).toBe(0);
      // No escapes, no lines, blocks or other drawings, no spaces that align, no bullets.
      expect(stdout).not.toMatch(/[\u001B\u2500-\u259F\u2800-\u28FF]|\S {2,}\S|^ |^·/mu);
      const found = tables(stdout);
      expect(found.length).toBeGreaterThan(0);
      for (const [head = [], ...rows] of found) {
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length));
        expect(head.filter((name) => name.trim() === '')).toEqual([]);
        expect(new Set(head).size).toBe(head.length);
      }
      expect(stdout).toBe((await trendAudit([...args, '--quiet', '--plain'], { env: { COLUMNS: '200' } })).stdout);
    },
  );

  it('check: the same of every dataset, under one head', async () => {
    const config = path.join(folder, 'trend-audit.config.json');
    const { coordinated, unclear } = EXPECTED.accounts;
    const datasets = [
      { name: 'calls', files: 'other.csv', expect: { coordinated } },
      { name: 'doubts', files: 'other.csv', expect: { unclear } },
    ];
    writeFileSync(config, JSON.stringify({ datasets }));
    const { code, stdout } = await trendAudit(['check', config, '--plain', '--color']);
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['outcome', 'dataset'],
      ['ok', 'calls'],
      ['ok', 'doubts'],
      ['2 of 2 as expected.'],
      [''],
    ]);
  });

  it('gives awk figures that it can add up', async () => {
    const { stdout } = await trendAudit(['analyze', LARGE_DUMP, '--quiet', '--plain', '--top', '0']);
    const program =
      '$1 == "verdict" {on = 1; next} NF < 2 {on = 0} on {accounts += $2; posts += $4} END {print accounts, posts}';
    expect(execFileSync('awk', ['-F', '\\t', program], { input: stdout, encoding: 'utf8' })).toBe('908 3020\n');
  });

  it('leaves out no reason and cuts no name', async () => {
    const { stdout } = await trendAudit(['analyze', SMALL_DUMP, '--quiet', '--plain', '--top', '0']);
    const [, list = ''] = stdout.split('\nLikely coordinated\n');
    const names = list.split('\n\n')[0]?.split('\n').slice(1) ?? [];
    const { stdout: json } = await trendAudit(['analyze', SMALL_DUMP, '--quiet', '--json']);
    const parsed: { accounts: { verdict: string; handle: string; evidence: { says: string }[] }[] } = JSON.parse(json);
    const called = parsed.accounts.filter(({ verdict }) => verdict === 'coordinated');
    expect(names.map((row) => row.split('\t')[0])).toEqual(called.map(({ handle }) => handle));
    for (const [index, { evidence }] of called.entries())
      expect(names[index]?.split('; ').length).toBeGreaterThanOrEqual(evidence.length);
  });
});

/** Columns are held together by two spaces or more; a chart is drawn with them, too, and has no row of words. */
function aligned(page: string): string[] {
  return page.split('\n').filter((line) => /\p{L}.* {2,}[\p{L}\d]/u.test(line) && !line.includes('--top 0'));
}

describe('below 60 columns', () => {
  it.each(COMMANDS)('%s: no row of a table, and no line beyond the width', async (...args) => {
    const at = (columns: string): Promise<string> =>
      trendAudit([...args, '--quiet'], { env: { COLUMNS: columns } }).then(({ stdout }) => stdout);
    const [narrow, usual] = [await at('59'), await at('100')];
    expect(aligned(usual).length).toBeGreaterThanOrEqual(3);
    expect(aligned(narrow)).toEqual([]);
    expect(narrow.split('\n').filter((line) => [...line].length > 59)).toEqual([]);
  });
});
