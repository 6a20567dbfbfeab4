import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedEmpiricalPValues } from '../../src/stats/weighted-empirical-p-values.js';

const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.constant(Number.NaN),
  fc.constant(Infinity),
);
const elements = fc.array(fc.record({ value, weight: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 40 });

/** The definition, word for word, in quadratic time. */
function naive(of: readonly { value: number; weight: number }[], i: number): number {
  const own = of[i]?.value ?? Number.NaN;
  if (Number.isNaN(own)) return 1;
  const others = of.filter((each, j) => j !== i && !Number.isNaN(each.value));
  const total = others.reduce((sum, each) => sum + each.weight, 0);
  const above = others.reduce((sum, each) => sum + (each.value >= own ? each.weight : 0), 0);
  return (above + 1) / (total + 1);
}

describe('weightedTail', () => {
  it('is the share of the others, by weight, that reach as high', () => {
    fc.assert(
      fc.property(elements, (of) => {
        const p = weightedEmpiricalPValues(
          Float64Array.from(of, (each) => each.value),
          Float64Array.from(of, (each) => each.weight),
        );
        for (const [i, share] of p.entries()) {
          expect(share).toBeCloseTo(naive(of, i), 10);
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the empirical p-value (1 + b) / (1 + m) where everybody counts in full', () => {
    expect([...weightedEmpiricalPValues(Float64Array.of(5, 1, 2, 3, 4), new Float64Array(5).fill(1))]).toEqual([
      0.2, 1, 0.8, 0.6, 0.4,
    ]);
  });
});
