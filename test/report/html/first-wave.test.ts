import { describe, expect, it } from 'vitest';
import type { ShownPost } from '../../../src/documents/report-data.js';
import { firstWave } from '../../../src/report/html/first-wave.js';
import { MINUTE } from '../../../src/time/units.js';
import { sample } from '../sample-result.js';

const START = Date.UTC(2014, 1, 26, 9);
const posts = (...given: readonly (readonly [minute: number, account: string])[]): ShownPost[] =>
  given.map(([minute, account], index) => ({
    id: String(index),
    account,
    verdict: account.startsWith('o') ? 'organic' : 'coordinated',
    time: new Date(START + minute * MINUTE).toISOString(),
    retweet: false,
    text: null,
  }));
const isCalled = (account: string): boolean => !account.startsWith('o');

describe('the first wave', () => {
  it('is the first run of posts by at least three accounts that are called, each within ten minutes of the one before', () => {
    const wave = firstWave(
      posts(
        [0, 'a'],
        [1, 'a'],
        [2, 'b'],
        [13, 'a'],
        [40, 'o1'],
        [41, 'b'],
        [45, 'c'],
        [47, 'o2'],
        [55, 'a'],
        [66, 'd'],
      ),
      sample,
      isCalled,
    );
    expect(wave?.accounts).toEqual(['b', 'c', 'a']);
    expect([wave?.from, wave?.to]).toEqual([new Date(START + 41 * MINUTE), new Date(START + 55 * MINUTE)]);
    expect(wave?.posts.length).toBe(3);
  });

  it('may be the last run, and there may be none', () => {
    expect(firstWave(posts([0, 'a'], [30, 'b'], [31, 'c'], [32, 'a']), sample, isCalled)?.accounts).toEqual([
      'b',
      'c',
      'a',
    ]);
    expect(firstWave(posts([0, 'a'], [1, 'b'], [2, 'o1'], [3, 'o2']), sample, isCalled)).toBeUndefined();
    expect(firstWave([], sample, isCalled)).toBeUndefined();
  });

  it('is as coarse as the times are', () => {
    const byTheHour = { ...sample, dump: { ...sample.dump, resolutionSeconds: 3600 } };
    expect(firstWave(posts([0, 'a'], [60, 'b'], [120, 'c']), byTheHour, isCalled)?.accounts).toEqual(['a', 'b', 'c']);
  });
});
