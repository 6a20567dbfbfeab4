import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaFilter } from '../../src/stats/ada-filter.js';

/** A coarse grid beside doubles, so that there are ties; the filter is a bound below the claim. */
const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10));
const hypotheses = fc
  .array(fc.tuple(p, p), { minLength: 1, maxLength: 40 })
  .map((pairs) => ({ filter: Float64Array.from(pairs, ([a, b]) => Math.min(a, b)), select: Float64Array.from(pairs, ([a, b]) => Math.max(a, b)) }));

const count = (values: Float64Array, bound: number): number => values.filter((value) => value <= bound).length;

describe('adaFilter', () => {
  it('is the least γ · #{filter ≤ γ} / #{select ≤ γ} over the thresholds that reject', () => {
    fc.assert(
      fc.property(hypotheses, ({ filter, select }) => {
        const q = adaFilter(filter, select);
        for (const [i, own] of select.entries()) {
          const rates = [...select].filter((threshold) => threshold >= own).map((threshold) => (threshold * count(filter, threshold)) / count(select, threshold));
          expect(q[i]).toBeCloseTo(Math.min(1, ...rates), 12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never ranks a weaker claim above a stronger one, and never calls a claim surer than its own p-value', () => {
    fc.assert(
      fc.property(hypotheses, ({ filter, select }) => {
        const q = adaFilter(filter, select);
        for (const [i, own] of select.entries()) {
          expect(q[i]).toBeGreaterThanOrEqual(own * (1 - 1e-12));
          expect(q[i]).toBeLessThanOrEqual(1);
          expect(q[i]).toBeLessThanOrEqual(Math.min(...q.filter((_, j) => own <= (select[j] ?? 0))));
        }
      }),
    );
  });

  it('rejects, by hand, what its filter lets through', () => {
    // At γ = 0.02: 0.02 · 2/2; at 0.5: 0.5 · 3/3. A hypothesis that fails the filter costs nothing.
    const q = adaFilter(Float64Array.of(0.001, 0.001, 0.5, 0.9), Float64Array.of(0.01, 0.02, 0.6, 1));
    expect([...q]).toEqual([0.02, 0.02, 0.6, 1]);
  });
});
