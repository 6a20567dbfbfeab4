import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonTail } from '../../src/stats/poisson-tail.js';
import { relativeError } from './close.js';
import { exactPoissonTail } from './exact.js';

describe('poissonTail', () => {
  it('agrees with the sum of its terms in whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 640 }), (k, sixteenths) => {
        expect(relativeError(poissonTail(k, sixteenths / 16), exactPoissonTail(k, BigInt(sixteenths), 16n))).toBeLessThan(1e-10);
      }),
    );
  });

  // Sums of e^−m m^j / j! from j = k on, with python3's decimal at 40 digits.
  it.each([
    [1, 0.001, 9.995_001_666_250_082e-4],
    [5, 2, 0.052_653_017_343_711_16],
    [300, 100, 1.818_721_816_730_848e-58],
    [2, 10, 0.999_500_600_772_612_7],
    [100, 100, 0.513_298_798_279_148_7],
    [1_001_000, 1_000_000, 0.158_776_219_137_773_6],
    [1_005_000, 1_000_000, 2.934_034_048_031_64e-7],
    [999_000, 1_000_000, 0.841_465_751_603_325],
  ])('keeps its digits: P(X ≥ %d) at a mean of %d is %d', (k, mean, expected) => {
    expect(relativeError(poissonTail(k, mean), expected)).toBeLessThan(mean > 1000 ? 1e-7 : 1e-11);
  });

  it('knows its ends', () => {
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
  });
});
