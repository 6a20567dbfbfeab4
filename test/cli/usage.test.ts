import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/documents/version.js';
import { SMALL_DUMP as DUMP } from '../fixture-cases.js';
import { fileWith, trendAudit } from './run.js';

describe('help and version', () => {
  it('prints the version', async () => {
    expect(await trendAudit(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it.each([
    [['--help'], 'trend-audit dump.csv'],
    [['analyze', '--help'], 'trend-audit analyze dump.csv'],
  ])('%j opens with examples', async (args, example) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.indexOf(`Examples:\n  ${example}\n`)).toBeGreaterThanOrEqual(0);
    expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Usage:'));
  });

  it('without a command prints the help where errors go', async () => {
    const { code, stdout, stderr } = await trendAudit([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: trend-audit');
  });
});

describe('wrong usage ends with 2 and one line that says what to do', () => {
  it.each([
    [
      ['anaylze', 'dump.csv'],
      "trend-audit: 'anaylze' is neither a command nor a file. Did you mean trend-audit analyze? Name a file to analyze, as in trend-audit dump.csv, or a command: analyze, explain, ",
    ],
    [
      ['/no/such/dump.csv'],
      "trend-audit: '/no/such/dump.csv' is neither a command nor a file. Name a file to analyze, as in trend-audit dump.csv, or a command: ",
    ],
    [[DUMP, '/no/such/dump.csv'], 'trend-audit: /no/such/dump.csv: no such file.'],
    [[DUMP, '--jsno'], "trend-audit: unknown option '--jsno' (Did you mean --json?). See trend-audit analyze --help."],
    [['--json'], 'trend-audit: no file was named.'],
    [
      ['analyze', '--jsno', 'x'],
      "trend-audit: unknown option '--jsno' (Did you mean --json?). See trend-audit analyze --help.",
    ],
    [
      ['analyze'],
      'trend-audit: no file was named. Name one, as in trend-audit analyze dump.csv, or - to read standard input.',
    ],
    [['analyze', 'x', '--top', '-1'], 'Give a whole number, 0 or more.'],
    [['analyze', 'x', '--top', 'many'], 'Give a whole number, 0 or more.'],
    [['analyze', 'x', '--max-bad-rows', '20'], 'Give a share such as 10% or 0.1.'],
    [['analyze', 'x', '--max-bytes', 'lots'], 'Give a number of bytes such as 500M or 20G.'],
    [['analyze', 'x', '--map', 'time'], 'Give a field and the column that holds it'],
    [['analyze', 'x', '--map', 'time=a', '--map', 'time=b'], 'The field time is given twice.'],
    [['analyze', 'x', '--map', 'object=a', '--map', 'object=a'], 'object=a is given twice.'],
    [['analyze', 'x', '--map', 'object=a', '--map', 'object='], 'The field object is given twice.'],
    [['analyze', 'x', '--hashtag', '#'], "Give a hashtag such as '#tag'"],
    [
      ['analyze', 'x', '--assume-tz', 'Mars/Olympus'],
      'This is not a time zone: give UTC, +03:00 or a name such as Europe/Moscow.',
    ],
    [
      ['analyze', 'x', '--since', '2014-02-30'],
      "option '--since <date>' argument '2014-02-30' is invalid. Give a date such as 2014-03-05",
    ],
    [['analyze', 'x', '--since', '2014-03-05', '--until', '2014-03-04'], 'the time span is empty'],
    [['analyze', 'x', '--\u001B[2Jjson'], "unknown option '--\\u{1B}[2Jjson'"],
  ])('%j', async (args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\.\n$/);
  });
});

describe('files without a command', () => {
  it.each([
    [[DUMP, '--json'], {}],
    [['--json', DUMP], {}],
    [['--quiet', '--json', '-'], { input: readFileSync(DUMP) }],
    [['-', '--json', '--quiet'], { input: readFileSync(DUMP) }],
  ])('%j are analyzed', async (args, surroundings) => {
    const named = await trendAudit(['analyze', ...args], surroundings);
    expect(named.code).toBe(0);
    expect(JSON.parse(named.stdout)).toMatchObject({ tool: { name: 'trend-audit' } });
    expect(await trendAudit(args, surroundings)).toEqual(named);
  });

  it('relative to the working directory', async () => {
    const cwd = path.dirname(DUMP);
    expect(await trendAudit([path.basename(DUMP), '--json', '--quiet'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('an address where a file is wanted', () => {
  const ADDRESS = 'https://example.org/dumps/dump.csv?version=2';
  const says = `trend-audit: ${ADDRESS}: is an address, not a file: nothing is fetched from the network. Download it first, as with curl -L -O '${ADDRESS}', then name the file.\n`;

  it.each([
    [[ADDRESS]],
    [['analyze', ADDRESS]],
    [['analyze', DUMP, ADDRESS]],
    [['explain', ADDRESS, '--account', 'ann']],
    [['inspect', ADDRESS]],
    [['compare', DUMP, ADDRESS]],
    [['evaluate', ADDRESS]],
    [['analyze', DUMP, '--users', ADDRESS]],
  ])('%j says to download it', async (args) => {
    expect(await trendAudit(args)).toEqual({ code: 2, stdout: '', stderr: says });
  });

  it('in a configuration, too', async () => {
    const config = fileWith(
      JSON.stringify({ datasets: [{ name: 'far', files: ADDRESS, expect: { coordinated: 0 } }] }),
      'c.json',
    );
    const { code, stdout } = await trendAudit(['check', config, '--workers', '1']);
    expect({ code, told: stdout.includes('is an address, not a file') }).toEqual({ code: 2, told: true });
  });
});

describe('the hashtag in the head of the page', () => {
  it.each([[[]], [['--hashtag', 'россиясвоихнебросает']], [['--hashtag', '#РОССИЯСВОИХНЕБРОСАЕТ']]])(
    'is spelled as the dump spells it: %j',
    async (flags) => {
      const { stdout } = await trendAudit([DUMP, ...flags]);
      expect(stdout).toMatch(/^#РоссияСвоихНеБросает\n/u);
    },
  );
});

describe('a hashtag that no post has', () => {
  it.each([
    [
      'криим',
      [],
      'no post has the hashtag криим. Did you mean Крым? The most frequent are РоссияСвоихНеБросает, Крым, ',
    ],
    ['#Qwertyuiop', [], 'no post has the hashtag #Qwertyuiop. The most frequent are РоссияСвоихНеБросает, Крым, '],
    [
      'крым',
      ['--since', '2020-01-01'],
      'no post has the hashtag крым. Leave out --hashtag to see which hashtags there are, or widen --since and --until.',
    ],
  ])('%s %j', async (tag, flags, says) => {
    const { code, stdout, stderr } = await trendAudit(['analyze', DUMP, '--quiet', '--hashtag', tag, ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`trend-audit: ${DUMP}: ${says}`);
    expect(stderr).toMatch(/^[^\n]*\n$/u);
  });
});
