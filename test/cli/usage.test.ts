import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/documents/version.js';
import { SMALL_DUMP as DUMP } from '../fixture-cases.js';
import { trendAudit } from './run.js';

describe('help and version', () => {
  it('prints the version', async () => {
    expect(await trendAudit(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it.each([[['--help']], [['analyze', '--help']]])('%j opens with examples', async (args) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.indexOf('Examples:\n  trend-audit analyze dump.csv\n')).toBeGreaterThanOrEqual(0);
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
    [['anaylze', 'dump.csv'], "trend-audit: unknown command 'anaylze' (Did you mean analyze?). To analyze a file, use"],
    [['dump.csv'], "trend-audit: unknown command 'dump.csv'. To analyze a file, use trend-audit analyze FILE"],
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
    [['analyze', 'x', '--hashtag', '#'], "Give a hashtag such as '#tag'"],
    [
      ['analyze', 'x', '--assume-tz', 'Mars/Olympus'],
      'It is no time zone: give UTC, +03:00 or a name such as Europe/Moscow.',
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

describe('a hashtag that no post bears', () => {
  it.each([
    [
      'криим',
      [],
      'no post bears the hashtag криим. Did you mean крым? The most frequent are россиясвоихнебросает, крым, ',
    ],
    ['#Qwertyuiop', [], 'no post bears the hashtag #Qwertyuiop. The most frequent are россиясвоихнебросает, крым, '],
    [
      'крым',
      ['--since', '2020-01-01'],
      'no post bears the hashtag крым. Leave out --hashtag to see which hashtags there are, or widen --since and --until.',
    ],
  ])('%s %j', async (tag, flags, says) => {
    const { code, stdout, stderr } = await trendAudit(['analyze', DUMP, '--quiet', '--hashtag', tag, ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`trend-audit: ${DUMP}: ${says}`);
    expect(stderr).toMatch(/^[^\n]*\n$/u);
  });
});
