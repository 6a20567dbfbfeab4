import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/evaluate/estimate.js';
import { averagePrecision } from '../../src/stats/average-precision.js';
import { f1 } from '../../src/stats/f1.js';
import { rocAuc } from '../../src/stats/roc-auc.js';
import { scoreLevels, type Scored } from '../../src/stats/score-levels.js';
import { wilsonInterval } from '../../src/stats/wilson-interval.js';

const scored = (coordinated: readonly number[], organic: readonly number[]): Scored[] => [
  ...coordinated.map((score) => ({ score, positive: true })),
  ...organic.map((score) => ({ score, positive: false })),
];
const auc = (coordinated: readonly number[], organic: readonly number[]): number =>
  rocAuc(scoreLevels(scored(coordinated, organic)));
const average = (coordinated: readonly number[], organic: readonly number[]): number =>
  averagePrecision(scoreLevels(scored(coordinated, organic)));

/** Few distinct values, so that there are ties. */
const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });

describe('AUC', () => {
  it('is 1, 0 and 1/2 for perfect, inverted and tied scores', () => {
    expect([auc([3, 4], [1, 2]), auc([1, 2], [3, 4]), auc([5, 5], [5, 5, 5])]).toEqual([1, 0, 0.5]);
  });

  it('is the worked example: (0.35, 0.8) against (0.1, 0.4) is 3 of 4 pairs', () => {
    expect(auc([0.35, 0.8], [0.1, 0.4])).toBe(0.75);
  });

  it('is the share of pairs that are ranked rightly, a tie counting one half', () => {
    fc.assert(
      fc.property(scores, scores, (coordinated, organic) => {
        let won = 0;
        for (const c of coordinated) for (const o of organic) won += c > o ? 1 : c === o ? 0.5 : 0;
        expect(auc(coordinated, organic)).toBeCloseTo(won / coordinated.length / organic.length, 12);
      }),
    );
  });

  it('turns over with the scores', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        expect(auc(a, b) + auc(b, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('cannot be had of a single label', () => {
    expect([auc([1], []), auc([], [1]), auc([], [])]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('average precision', () => {
  it('is the worked example: hits at ranks 1 and 3 of 4 give (1 + 2/3) / 2', () => {
    expect(average([0.8, 0.35], [0.4, 0.1])).toBeCloseTo(5 / 6, 12);
  });

  it('is 1 for a perfect ranking, and the share of positives where all tie', () => {
    expect(average([3, 4], [1, 2])).toBe(1);
    expect(average([7], [7, 7, 7])).toBe(0.25);
  });

  it('is the sum over thresholds of precision times recall gained', () => {
    fc.assert(
      fc.property(scores, scores, (coordinated, organic) => {
        let expected = 0;
        let before = 0;
        for (const threshold of [...new Set([...coordinated, ...organic])].sort((a, b) => b - a)) {
          const found = coordinated.filter((score) => score >= threshold).length;
          const called = found + organic.filter((score) => score >= threshold).length;
          expected += (found / coordinated.length - before) * (found / called);
          before = found / coordinated.length;
        }
        expect(average(coordinated, organic)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('cannot be had where nobody is labelled coordinated', () => {
    expect(average([], [1, 2])).toBeNaN();
  });
});

describe('Wilson interval', () => {
  // Wilson's closed form in Python's decimal at 40 digits, with z = 1.959963984540054.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (k, n, low, high) => {
    const interval = shareOf(k, n);
    expect(interval.value).toBe(k / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('mirrors, holds its share, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, any) => {
        const k = any % (n + 1);
        const { low, high } = wilsonInterval(k, n);
        const mirror = wilsonInterval(n - k, n);
        expect(1 - (mirror.high ?? 0)).toBeCloseTo(low ?? 0, 10);
        expect((low ?? 0) <= k / n && k / n <= (high ?? 0) && (low ?? 0) >= 0 && (high ?? 0) <= 1).toBe(true);
      }),
    );
  });

  it('knows nothing of nobody', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: Number.NaN, high: Number.NaN });
    expect(shareOf(0, 0)).toEqual({ value: null, low: null, high: null });
  });
});

describe('F1', () => {
  it('is the harmonic mean of precision and recall', () => {
    const [hits, called, labelled] = [30, 40, 60];
    const [precision, recall] = [hits / called, hits / labelled];
    expect(f1(hits, called, labelled)).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
    expect(f1(0, 0, 5)).toBe(0);
    expect(f1(0, 0, 0)).toBeNaN();
  });
});
