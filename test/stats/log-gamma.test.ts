import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/stats/log-gamma.js';
import { relativeError } from './close.js';
import { factorial, logOf } from './exact.js';

describe('logGamma', () => {
  it('is the logarithm of a factorial at whole numbers', () => {
    for (const n of [2, 3, 5, 10, 20, 57, 170, 171, 500, 2000])
      expect(relativeError(logGamma(n + 1), logOf(factorial(n)))).toBeLessThan(1e-13);
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(2)).toBeCloseTo(0, 13);
  });

  it('is known at halves: Γ(n + ½) = (2n)! √π / (4ⁿ n!)', () => {
    for (const n of [0, 1, 2, 7, 40, 300]) {
      expect(
        relativeError(
          logGamma(n + 0.5),
          logOf(factorial(2 * n)) - n * Math.log(4) - logOf(factorial(n)) + 0.5 * Math.log(Math.PI),
        ),
      ).toBeLessThan(1e-12);
    }
  });

  it('reflects small arguments: Γ(¼) = 3.625609908221908…', () => {
    expect(relativeError(logGamma(0.25), Math.log(3.625_609_908_221_908))).toBeLessThan(1e-13);
    expect(relativeError(logGamma(1e-9), -Math.log(1e-9))).toBeLessThan(1e-9);
  });
});
