import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatEstimate,
  formatGivenShare,
  formatMegabytes,
  formatNumber,
  formatPercent,
  formatRate,
  formatRoundPercent,
  joinList,
  plural,
  withFullStop,
  withoutFullStop,
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

it('uses the plural for all numbers but one', () => {
  expect([0, 1, 2, 0.5].map((count) => plural(count, 'post'))).toEqual(['posts', 'post', 'posts', 'posts']);
  expect([1, 2].map((count) => plural(count, 'is', 'are'))).toEqual(['is', 'are']);
  expect([1, 2].map((count) => plural(count, 'combination of hashtags'))).toEqual([
    'combination of hashtags',
    'combinations of hashtags',
  ]);
  expect([1, 2].map((count) => plural(count, 'series of hashtags'))).toEqual([
    'series of hashtags',
    'series of hashtags',
  ]);
  expect([formatCount(1, 'reply', 'replies'), formatCount(2000, 'reply', 'replies')]).toEqual([
    '1 reply',
    '2,000 replies',
  ]);
});

it.each([
  [0, '0.0'],
  [0.04, '<0.1'],
  [3.46, '3.5'],
  [10, '10'],
  [10.5, '11'],
  [1234, '1234'],
])('%d expected is written %s', (value, text) => {
  expect(formatEstimate(value)).toBe(text);
});

it.each([
  [0, '0'],
  [123_456, '0.1'],
  [12_345_678, '12.3'],
  [2_000_000_000, '2,000'],
])('%i bytes are %s megabytes', (bytes, text) => {
  expect(formatMegabytes(bytes)).toBe(text);
});

it.each([
  [0, 10, '0%', '0%'],
  [0, 0, '0%', '0%'],
  [1, 100_000, '<0.1%', '0%'],
  [38, 1_127, '3.4%', '3.4%'],
  [3, 100, '3%', '3%'],
  [995, 10_000, '10%', '10%'],
  [41, 100, '41%', '41%'],
  [9_999, 10_000, '>99%', '100%'],
  [7, 7, '100%', '100%'],
])('%i of %i is %s, or %s where anything may be rounded', (part, whole, text, rounded) => {
  expect([formatPercent(part, whole), formatRoundPercent(part, whole)]).toEqual([text, rounded]);
});

it('never says that a part is nothing or everything', () => {
  assert(
    property(integer({ min: 2, max: 1_000_000 }), double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const part = 1 + Math.floor(share * (whole - 2));
      expect(['0%', '100%']).not.toContain(formatPercent(part, whole));
    }),
  );
});

it.each([
  [0.0136, 1, '1.36%'],
  [0.000_012_345, 1, '0.00123%'],
  [1, 3, '33.3%'],
  [5, 100, '5%'],
  [7, 7, '100%'],
  [0, 0, '0%'],
])('%d of %i to three digits is %s', (part, whole, text) => {
  expect(formatRate(part, whole)).toBe(text);
});

it.each([
  [0.1, '10%'],
  [0.1255, '12.55%'],
  [0.000_1, '0.01%'],
  [1, '100%'],
])('the share %d, as it was set, is %s', (share, text) => {
  expect(formatGivenShare(share)).toBe(text);
});

describe('sentences', () => {
  it('are joined and ended, whatever they quote', () => {
    expect([withoutFullStop('Wrote it twice.'), withoutFullStop('Wrote “\u202Ex\n”.')]).toEqual([
      'Wrote it twice',
      'Wrote “\\u{202E}x\\n”',
    ]);
    expect([withFullStop('no stop'), withFullStop('a stop.')]).toEqual(['no stop.', 'a stop.']);
  });
});
