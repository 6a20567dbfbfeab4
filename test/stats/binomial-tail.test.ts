import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../src/stats/binomial-tail.js';
import { relativeError } from './close.js';
import { exactBinomialTail } from './exact.js';

const cases = fc
  .integer({ min: 1, max: 150 })
  .chain((n) =>
    fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }), thousandths: fc.integer({ min: 1, max: 999 }) }),
  );

describe('binomialTail', () => {
  it('agrees with the sum of its terms in whole numbers', () => {
    fc.assert(
      fc.property(cases, ({ n, k, thousandths }) => {
        expect(
          relativeError(binomialTail(k, n, thousandths / 1000), exactBinomialTail(k, n, BigInt(thousandths), 1000n)),
        ).toBeLessThan(1e-10);
      }),
      { numRuns: 300 },
    );
  });

  it('falls as more is asked for', () => {
    fc.assert(
      fc.property(cases, ({ n, k, thousandths }) => {
        expect(binomialTail(k + 1, n, thousandths / 1000)).toBeLessThanOrEqual(
          binomialTail(k, n, thousandths / 1000) * (1 + 1e-12),
        );
      }),
    );
  });

  // Sums of C(n, j) p^j q^(n−j) from j = k on: with python3's fractions, the last four with its decimal at 60 digits.
  it.each([
    [10, 10, 1e-5, 1e-50],
    [60, 100, 0.1, 2.190_939_877_632_069_8e-34],
    [5, 1000, 1e-5, 8.182_173_163_992_59e-13],
    [300, 1000, 0.25, 1.935_903_219_490_789_6e-4],
    [20, 200, 1 / 3, 0.999_999_999_999_744_6],
    [501_000, 1_000_000, 0.5, 0.022_804_149_932_691_04],
    [510_000, 1_000_000, 0.5, 2.772_181_643_849_612_3e-89],
    [30, 1_000_000, 1e-6, 1.432_499_030_586_084_4e-33],
    [1200, 1_000_000, 0.001, 4.589_638_606_100_751e-10],
  ])('keeps its digits: P(X ≥ %d) of %d at %d is %d', (k, n, p, expected) => {
    // The logarithms that cancel each other grow with n, and what is left of them shrinks.
    expect(relativeError(binomialTail(k, n, p), expected)).toBeLessThan(n > 10_000 ? 1e-7 : 1e-11);
  });

  it('knows its ends', () => {
    expect(binomialTail(0, 5, 0.3)).toBe(1);
    expect(binomialTail(-1, 5, 0.3)).toBe(1);
    expect(binomialTail(6, 5, 0.3)).toBe(0);
    expect(binomialTail(1, 5, 0)).toBe(0);
    expect(binomialTail(5, 5, 1)).toBe(1);
    expect(binomialTail(0, 0, 0.5)).toBe(1);
  });
});
