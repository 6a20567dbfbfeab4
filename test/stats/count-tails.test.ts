import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometricTail, powerLawTail } from '../../src/stats/count-tails.js';
import { poissonTail } from '../../src/stats/poisson-tail.js';

describe('poissonTail', () => {
  // Sums of exact terms in decimal arithmetic of sixty digits.
  it.each([
    [1, 0.1, 9.516_258_196_404e-2],
    [2, 0.05, 1.209_104_274_25e-3],
    [10, 5, 3.182_805_730_62e-2],
    [40, 5, 8.550_023_756_843e-23],
    [1100, 1000, 9.626_304_058_666e-4],
    [900, 1000, 9.993_774_022_157e-1],
  ])('P(X ≥ %d) for a mean of %d', (k, mean, tail) => {
    expect(poissonTail(k, mean) / tail).toBeCloseTo(1, 9);
  });

  it('is a probability that falls with k and rises with the mean', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0, max: 2000, noNaN: true }), (k, mean) => {
        const tail = poissonTail(k, mean);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1 + 1e-9);
        expect(poissonTail(k + 1, mean)).toBeLessThanOrEqual(tail + 1e-9);
        expect(poissonTail(k, mean + 1)).toBeGreaterThanOrEqual(tail - 1e-9);
      }),
    );
  });
});

describe('the tails of counts', () => {
  // Of 999 counts 99 reach 1 and 49 reach 2: with one case added each a tenth, and half of them.
  const low = { measured: 999, reachOne: 99, reachTwo: 49 };
  const half = 50 / 101;

  it('halve with each further one, or with each doubling', () => {
    expect(geometricTail(low, 1)).toBeCloseTo(0.1, 12);
    expect(geometricTail(low, 4)).toBeCloseTo(0.1 * half ** 3, 12);
    expect(powerLawTail(low, 1)).toBeCloseTo(0.1, 12);
    expect(powerLawTail(low, 8)).toBeCloseTo(0.1 * half ** 3, 12);
  });

  it('are 1 for nothing, fall, and the power law falls more slowly', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 1e6 }), fc.nat(1000), fc.nat(1000))
      .map(([measured, one, two]) => {
        const reachOne = one % (measured + 1);
        return { measured, reachOne, reachTwo: two % (reachOne + 1) };
      });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 300 }), (of, k) => {
        for (const tail of [geometricTail, powerLawTail]) {
          expect(tail(of, 0)).toBe(1);
          expect(tail(of, k + 1)).toBeLessThanOrEqual(tail(of, k));
          expect(tail(of, k)).toBeGreaterThanOrEqual(0);
        }
        expect(powerLawTail(of, k)).toBeGreaterThanOrEqual(geometricTail(of, k));
      }),
    );
  });
});
