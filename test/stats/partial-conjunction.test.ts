import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialConjunctionQValues } from '../../src/stats/partial-conjunction.js';

/** A coarse grid beside doubles, so that there are ties. */
const p = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
);
const pairs = fc.array(fc.tuple(p, p), { minLength: 1, maxLength: 40 });
const ratio = fc.constantFrom(1, 4, 9);

function rates(of: readonly (readonly [number, number])[], by: number): Float64Array {
  return partialConjunctionQValues(
    Float64Array.from(of, ([first]) => first),
    Float64Array.from(of, ([, second]) => second),
    by,
  );
}

/** The estimate for one threshold: whom it claims, and how many of them by chance. */
function estimate(of: readonly (readonly [number, number])[], tau: number, gamma: number): number {
  if (tau > 0.2 || gamma > 0.2) return 1;
  const slack = 1 + 1e-12;
  const first = of.filter(([a]) => a <= tau * slack);
  const second = of.filter(([, b]) => b <= gamma * slack);
  const claimed = first.filter(([, b]) => b <= gamma * slack).length;
  return (
    ((gamma / (1 - gamma)) * (first.length - claimed + 1) + (tau / (1 - tau)) * (second.length - claimed + 1)) / claimed
  );
}

describe('conjunctionRate', () => {
  it('is the least estimate over the thresholds at which the claim is made of it', () => {
    fc.assert(
      fc.property(pairs, ratio, (of, by) => {
        const root = Math.sqrt(by);
        const strengths = of.map(([a, b]) => Math.max(a * root, b / root));
        const q = rates(of, by);
        for (const [i, own] of strengths.entries()) {
          const estimates = strengths
            .filter((threshold) => threshold >= own * (1 - 1e-12))
            .map((threshold) => estimate(of, threshold / root, threshold * root));
          expect(q[i]).toBeCloseTo(Math.min(1, ...estimates), 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is a rate, and never lower for who shows less of both', () => {
    fc.assert(
      fc.property(pairs, ratio, (of, by) => {
        const q = rates(of, by);
        expect(q.every((rate) => rate >= 0 && rate <= 1)).toBe(true);
        for (const [i, [first, second]] of of.entries()) {
          expect(q[i]).toBeLessThanOrEqual(
            Math.min(...q.filter((_, j) => first <= (of[j]?.[0] ?? 0) && second <= (of[j]?.[1] ?? 0))),
          );
        }
      }),
    );
  });

  it('claims, by hand, the one that shows both', () => {
    // At τ = γ = 0.01: one passes both; two pass the first alone, one the second: (0.01/0.99 · 3 + 0.01/0.99 · 2) / 1.
    const [both, ...others] = rates(
      [
        [0.01, 0.01],
        [0.001, 1],
        [0.001, 1],
        [1, 0.001],
      ],
      1,
    );
    expect(both).toBeCloseTo(5 / 99, 12);
    expect(others).toEqual([1, 1, 1]);
  });

  it('keeps the rate that it states, on average, where nothing has both and many have one', () => {
    // Of 400 things 40 have the first, 40 others the second; what is not there has a uniform p-value. Ten thousandths a
    // step, a fixed sequence (a multiplicative generator modulo 2³¹ − 1, Park & Miller 1988).
    let state = 20_140_301;
    const uniform = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let wrong = 0;
    const dumps = 400;
    for (let dump = 0; dump < dumps; dump++) {
      const of = Array.from({ length: 400 }, (_, i): [number, number] => [
        i < 40 ? uniform() / 1000 : uniform(),
        i >= 40 && i < 80 ? uniform() / 1000 : uniform(),
      ]);
      if (rates(of, 4).some((rate) => rate <= 0.05)) wrong++;
    }
    // Whatever is claimed here is false, so the false discovery rate is the share of dumps with any claim.
    expect(wrong / dumps).toBeLessThan(0.08);
  });
});
