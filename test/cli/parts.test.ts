import { describe, expect, it } from 'vitest';
import { exitCode, formatError } from '../../src/cli/format-error.js';
import { interruptible } from '../../src/cli/interrupt.js';
import { progressFacts } from '../../src/cli/progress.js';
import { pageWidth, useColor } from '../../src/cli/terminal.js';
import { TrendAuditError } from '../../src/errors.js';
import { OPTION_KINDS } from '../../src/option-kinds.js';

const parseSince = (text: string, zone: string): number => OPTION_KINDS.since.parse(text, { zone });
const parseUntil = (text: string, zone: string): number => OPTION_KINDS.until.parse(text, { zone });
const { parse: parseShare } = OPTION_KINDS.share;
const { parse: parseBytes } = OPTION_KINDS.bytes;
const iso = (time: number) => new Date(time).toISOString();

describe('colour', () => {
  it.each([
    ['the terminal', undefined, {}, true, true],
    ['a pipe', undefined, {}, false, false],
    ['--color over everything', true, { FORCE_COLOR: '0', NO_COLOR: '1', TERM: 'dumb' }, false, true],
    ['--no-color over everything', false, { FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR over NO_COLOR', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 over the terminal', undefined, { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR over the terminal', undefined, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR says nothing', undefined, { NO_COLOR: '' }, true, true],
    ['TERM=dumb over the terminal', undefined, { TERM: 'dumb' }, true, false],
  ])('%s', (_, flag, environment, isTerminal, colour) => {
    expect(useColor(flag, environment, isTerminal)).toBe(colour);
  });
});

it('takes the width from the terminal, else from COLUMNS, else 80', () => {
  expect([
    pageWidth(132, { COLUMNS: '99' }),
    pageWidth(undefined, { COLUMNS: '99' }),
    pageWidth(undefined, {}),
  ]).toEqual([132, 99, 80]);
  expect([pageWidth(0, {}), pageWidth(undefined, { COLUMNS: 'wide' }), pageWidth(undefined, { COLUMNS: '0' })]).toEqual(
    [80, 80, 80],
  );
});

it('has an exit code for each end', () => {
  expect([exitCode('done'), exitCode('crossed'), exitCode('failed')]).toEqual([0, 1, 2]);
});

describe('the span of time', () => {
  it('starts with a bare date and includes the last one', () => {
    expect(iso(parseSince('2014-03-05', 'UTC'))).toBe('2014-03-05T00:00:00.000Z');
    expect(iso(parseUntil('2014-03-05', 'UTC'))).toBe('2014-03-06T00:00:00.000Z');
    expect(iso(parseUntil('2014-03-05', 'Europe/Moscow'))).toBe('2014-03-05T20:00:00.000Z');
  });

  it.each([
    ['2014-03-05T12:30', 'UTC', '2014-03-05T12:30:00.000Z'],
    ['2014-03-05 12:30:15', 'Europe/Moscow', '2014-03-05T08:30:15.000Z'], // UTC+4 that winter
    ['2014-03-05T12:30Z', 'Europe/Moscow', '2014-03-05T12:30:00.000Z'],
    ['2014-03-05T12:30+0530', 'UTC', '2014-03-05T07:00:00.000Z'],
  ])('%s in %s', (text, zone, utc) => {
    expect([iso(parseSince(text, zone)), iso(parseUntil(text, zone))]).toEqual([utc, utc]);
  });

  it.each(['', '5 March', '2014-13-01', '2014-02-29', '2014-03-05T25:00', '2014-03-05T12:30+99:00'])(
    '%j is no date',
    (text) => {
      expect(() => parseSince(text, 'UTC')).toThrow('Give a date such as 2014-03-05');
    },
  );
});

it.each([
  ['10%', 0.1],
  ['0.1', 0.1],
  ['0', 0],
  ['1', 1],
  ['100 %', 1],
  ['.5', 0.5],
])('a share: %s', (text, share) => {
  expect(parseShare(text)).toBeCloseTo(share);
});

it.each([
  ['4096', 4096],
  ['500M', 500 * 1024 ** 2],
  ['20G', 20 * 1024 ** 3],
  ['1.5 GiB', 1.5 * 1024 ** 3],
  ['8kb', 8192],
])('reads %s as %s bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

it.each(['', '0', '-1', 'G', '1X', '1e9', '9999999T'])('takes %j for no size', (text) => {
  expect(() => parseBytes(text)).toThrow('such as 500M');
});

describe('what is told of a failure', () => {
  it('is where, what and the next step, on one line', () => {
    const error = new TrendAuditError('malformed', 'the quote never\nends', {
      hint: 'close it',
      file: 'a\u001Bb.csv',
      line: 12,
    });
    expect(formatError(error, false)).toEqual({
      outcome: 'failed',
      lines: ['trend-audit: a\\u{1B}b.csv:12: the quote never\\nends. Close it.'],
    });
  });

  it('is the stack of a defect only when asked for', () => {
    const defect = new TypeError('x is not a function');
    expect(formatError(defect, false).lines).toEqual([
      'trend-audit: internal error: TypeError: x is not a function. Please report it; --verbose shows where it happened.',
    ]);
    expect(formatError(defect, true).lines.slice(1).join('\n')).toContain('parts.test.ts');
    expect(formatError('a string', true).lines).toHaveLength(1);
  });
});

it('counts progress in bytes and posts a second', () => {
  const report = { stage: 'reading', bytesRead: 12_300_000, bytesTotal: 30_100_000, posts: 1_234 };
  expect(progressFacts(report, 2)).toBe('12.3 of 30.1 MB · 1,234 posts · 617 a second');
  expect(progressFacts({ ...report, bytesTotal: undefined }, 0.1)).toBe('12.3 MB · 1,234 posts');
  expect(progressFacts({ ...report, bytesRead: 10e6, bytesTotal: 30e6 }, 10)).toBe(
    '10 of 30 MB · 1,234 posts · 123 a second · 20 s left',
  );
  expect(progressFacts({ ...report, bytesRead: 1e6, bytesTotal: 61e6 }, 10)).toBe(
    '1 of 61 MB · 1,234 posts · 123 a second · 10 min left',
  );
  expect(progressFacts({ ...report, stage: 'deciding', bytesRead: 30e6, bytesTotal: 30e6 }, 10)).toBe(
    '30 of 30 MB · 1,234 posts · 123 a second',
  );
});

describe('work that can be broken off', () => {
  it('gives what it comes to, or throws what it throws', async () => {
    await expect(interruptible(() => 7)).resolves.toBe(7);
    await expect(interruptible(() => undefined)).resolves.toBe(undefined);
    await expect(
      interruptible(() => {
        throw new RangeError('seven');
      }),
    ).rejects.toThrow(RangeError);
  });
});
