import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/documents/comparison.js';
import { expectedOf, SMALL, SMALL_DUMP } from '../fixture-cases.js';
import { dumpOf, fileWith, trendAudit } from './run.js';

const one = fileWith(dumpOf(40), 'one-hashtag.csv');
const two = fileWith(dumpOf(200), 'another.csv');

describe('compare', { timeout: 60_000 }, () => {
  it('prints a row for each dump: 80 columns and no colour into a pipe', async () => {
    const { code, stdout, stderr } = await trendAudit(['compare', one, two]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^2 dumps\n dump +posts +accounts +coord\. +wrote/u);
    expect(stdout).toMatch(/^ one-hashtag +40 +7 +0 +0% /mu);
    expect(stdout).toMatch(/^ another +200 +7 +0 +0% /mu);
    expect(stdout).not.toContain('\u001B');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(['24', '50', '110'])('fits a page of %s columns', async (COLUMNS) => {
    const { stdout } = await trendAudit(['compare', one, two], { env: { COLUMNS } });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS))).toEqual([]);
    expect(stdout).toContain('200');
  });

  it('sets days side by side', async () => {
    const { stdout } = await trendAudit(['compare', one, '--by-day']);
    expect(stdout).toMatch(/^2 days\n day +posts/u);
    expect(stdout).toMatch(/^ 2014-03-01 +24 .*\n 2014-03-02 +16 /mu);
  });

  it('says of days what their verdicts rest on', async () => {
    const [whole, alone, piped] = await Promise.all([
      trendAudit(['compare', SMALL_DUMP, '--by-day']),
      trendAudit(['compare', SMALL_DUMP, '--by-day', '--each-day-alone']),
      trendAudit(['compare', '-', '--by-day', '--json'], { input: readFileSync(SMALL_DUMP) }),
    ]);
    const [, read = ''] = whole.stdout.split('\nRead, analysed as a whole, and counted by day\n');
    // Once, not once a day.
    expect(read.match(/tweets\.csv/gu)).toHaveLength(1);
    expect(read.replaceAll(/\s+/gu, ' ')).toContain('28 Feb 07:18 – 3 Mar 2014 20:49 UTC');
    expect(alone.stdout).toContain('\nRead, and analysed each by itself\n');
    const { dumps }: Comparison = JSON.parse(piped.stdout);
    expect(dumps.every(({ judged }) => judged === 'whole')).toBe(true);
    expect(dumps.reduce((sum, { dump }) => sum + dump.posts, 0)).toBe(300);
    // On some day there are too few posts to tell anybody apart by them alone.
    expect(dumps.filter(({ summary }) => summary.accounts.coordinated > 0).length).toBeGreaterThan(
      (alone.stdout.match(/^ 2014-\d\d-\d\d +\d+ +\d+ +[1-9]/gmu) ?? []).length,
    );
  });

  it('prints the same JSON twice, and only JSON, with the options that were given', async () => {
    const args = ['compare', one, two, '--json', '--hashtag', 'topic', '--seed', '4'];
    const [first, second] = await Promise.all([trendAudit(args), trendAudit(args)]);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    const { schemaVersion, dumps }: Comparison = JSON.parse(first.stdout);
    expect([
      schemaVersion,
      ...dumps.map(({ file, options, dump }) => [file, options.hashtag, options.seed, dump.posts]),
    ]).toEqual(['2', [one, 'topic', 4, 40], [two, 'topic', 4, 200]]);
    expect(second.stdout).toBe(first.stdout);
  });

  it('names those that are in several, as many as are asked for', async () => {
    const copy = path.join(mkdtempSync(path.join(tmpdir(), 'trend-audit-')), 'copy.csv');
    copyFileSync(SMALL_DUMP, copy);
    const { coordinated } = expectedOf(SMALL).accounts;
    const args = ['compare', SMALL_DUMP, copy];
    const [some, all] = await Promise.all([trendAudit([...args, '--top', '2']), trendAudit([...args, '--top', '0'])]);
    expect(some.stdout.replaceAll(/\s+/gu, ' ')).toMatch(
      new RegExp(
        String.raw`${coordinated} accounts, with the number of dumps: \w+ \(2\), \w+ \(2\) and ${coordinated - 2} more \(all: --top 0\)`,
        'u',
      ),
    );
    expect(all.stdout.match(/\(2\)/gu)).toHaveLength(coordinated);
  });

  it('shows what is hostile, and does not obey it', async () => {
    const { stdout } = await trendAudit(['compare', one, fileWith(dumpOf(20), 'a\u001B[2J\u202Eb.csv')]);
    expect(stdout).not.toMatch(/[\u001B\u202E]/u);
  });

  it.each([
    [['compare'], 'no file was named'],
    [['compare', one], 'one dump cannot be compared. Name another, or compare its days with --by-day.'],
    [['compare', one, one], 'is named twice'],
    [
      ['compare', '-', '--by-day', '--each-day-alone'],
      'standard input can be read only once, and --each-day-alone reads it once for each day. Put it into a file, or leave out --each-day-alone.',
    ],
    [['compare', one, two, '--each-day-alone'], '--each-day-alone needs --by-day. Give both, or neither.'],
    [['compare', one, '/no/such/dump.csv'], '/no/such/dump.csv: no such file.'],
  ])('%j ends with 2 and one line', async (args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\n$/);
  });
});
