import { describe, expect, it } from 'vitest';
import {
  withoutFullStop,
  formatCount,
  formatDaySpan,
  joinList,
  formatNumber,
  formatPercent,
  withFullStop,
  formatTimeSpan,
} from '../../src/text/format.js';

it('writes numbers and lists in English', () => {
  expect([formatNumber(1_234_567.89), formatCount(1, 'post'), formatCount(2, 'post'), formatCount(0, 'post')]).toEqual([
    '1,234,567.9',
    '1 post',
    '2 posts',
    '0 posts',
  ]);
  expect([joinList([]), joinList(['a']), joinList(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});

it.each([
  [0, 10, '0%'],
  [0, 0, '0%'],
  [1, 100_000, '<0.1%'],
  [38, 1_127, '3.4%'],
  [3, 100, '3%'],
  [995, 10_000, '10%'],
  [41, 100, '41%'],
  [9_999, 10_000, '>99%'],
  [7, 7, '100%'],
])('%i of %i is %s', (part, whole, text) => {
  expect(formatPercent(part, whole)).toBe(text);
});

describe('spans of time', () => {
  it.each([
    ['2014-02-24', '2014-02-27', '24–27 Feb 2014'],
    ['2014-02-27', '2014-03-01', '27 Feb – 1 Mar 2014'],
    ['2013-12-31', '2014-01-01', '31 Dec 2013 – 1 Jan 2014'],
    ['2014-02-24', '2014-02-24', '24 Feb 2014'],
  ])('days %s to %s', (from, to, text) => {
    expect(formatDaySpan(new Date(from), new Date(to))).toBe(text);
  });

  it.each([
    ['2014-02-26T12:04:00Z', '2014-03-05T01:17:00Z', 1, '26 Feb 12:04 – 5 Mar 2014 01:17 UTC'],
    ['2014-02-26T12:04:00Z', '2014-02-26T13:17:00Z', 1, '26 Feb 2014 12:04–13:17 UTC'],
    ['2014-02-26T12:04:01Z', '2014-02-26T12:04:59Z', 1, '26 Feb 2014 12:04 UTC'],
    ['2013-12-31T23:59:00Z', '2014-01-01T00:01:00Z', 60, '31 Dec 2013 23:59 – 1 Jan 2014 00:01 UTC'],
    ['2014-02-26T00:00:00Z', '2014-03-05T00:00:00Z', 86_400, '26 Feb – 5 Mar 2014 UTC'],
  ])('times %s to %s in steps of %i s', (from, to, step, text) => {
    expect(formatTimeSpan(from, to, step)).toBe(text);
  });
});

it('joins sentences and ends them, whatever they quote', () => {
  expect([withoutFullStop('Wrote it twice.'), withoutFullStop('Wrote “\u202Ex\n”.')]).toEqual([
    'Wrote it twice',
    'Wrote “\\u{202E}x\\n”',
  ]);
  expect([withFullStop('no stop'), withFullStop('a stop.')]).toEqual(['no stop.', 'a stop.']);
});
