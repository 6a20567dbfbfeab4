import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import {
  busiestWindowName,
  formatBinLength,
  formatDuration,
  formatEachBin,
  formatLongDuration,
  formatTimeLeft,
  granularityName,
} from '../../src/text/format-durations.js';
import { DAY, HOUR, MINUTE } from '../../src/time/units.js';

it.each([
  [0, '0 s', '0 min'],
  [0.4, '0 s', '0 min'],
  [59.4, '59 s', '1 min'],
  [60, '1 min', '1 min'],
  [90, '2 min', '2 min'],
  [2400, '40 min', '40 min'],
  [3600, '60 min', '1 hour'],
  [7199, '120 min', '2 hours'],
  [7200, '2 h', '2 hours'],
  [21_600, '6 h', '6 hours'],
  [86_400, '24 h', '1 day'],
  [129_600, '36 h', '36 hours'],
  [172_800, '2 days', '2 days'],
  [86_400_000, '1000 days', '1,000 days'],
])('%d seconds are %s, in words %s', (seconds, short, long) => {
  expect([formatDuration(seconds), formatLongDuration(seconds)]).toEqual([short, long]);
});

it('tells seconds up to where minutes are asked for', () => {
  expect([119.4, 119.6, 120].map((seconds) => formatDuration(seconds, 120))).toEqual(['119 s', '120 s', '2 min']);
});

it.each([
  [0.2, '1 s'],
  [89.9, '90 s'],
  [90, '2 min'],
  [121, '3 min'],
])('%d seconds left are %s', (seconds, text) => {
  expect(formatTimeLeft(seconds)).toBe(text);
});

it('never promises to be done sooner than it will be', () => {
  assert(
    property(integer({ min: 0, max: 100_000 }), (tenths) => {
      const [count = '', unit] = formatTimeLeft(tenths / 10).split(' ');
      expect(Number(count) * (unit === 'min' ? 60 : 1)).toBeGreaterThanOrEqual(tenths / 10);
    }),
  );
});

it.each([
  [MINUTE, '1 minute', 'each minute'],
  [10 * MINUTE, '10 minutes', 'each 10 minutes'],
  [HOUR, '1 hour', 'each hour'],
  [90 * MINUTE, '90 minutes', 'each 90 minutes'],
  [36 * HOUR, '36 hours', 'each 36 hours'],
  [DAY, '1 day', 'each day'],
  [1000 * DAY, '1,000 days', 'each 1,000 days'],
])('a bin of %i ms is %s', (length, text, each) => {
  expect([formatBinLength(length), formatEachBin(length)]).toEqual([text, each]);
});

it.each([
  [0.001, 'milliseconds', '10 min'],
  [1, 'seconds', '10 min'],
  [60, 'minutes', '10 min'],
  [3600, 'hours', '1 hour'],
  [86_400, 'days', '1 day'],
])('times in steps of %d s are in %s, and counted in %s', (seconds, steps, window) => {
  expect([granularityName(seconds), busiestWindowName(seconds)]).toEqual([steps, window]);
});
