import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.js';

/** The 15 p-values of the example in Benjamini & Hochberg 1995, section 3. */
const EXAMPLE = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

const pValues = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((p) => Float64Array.from(p));

describe('benjaminiHochberg', () => {
  it('rejects the four hypotheses that the paper rejects at 5%', () => {
    const q = benjaminiHochberg(Float64Array.from(EXAMPLE));
    expect(q.filter((each) => each <= 0.05)).toHaveLength(4);
  });

  it('adjusts the example as p.adjust(p, "BH") does', () => {
    const byHand = [
      0.0015,
      0.003,
      0.0095,
      0.142_5 / 4,
      0.301_5 / 5,
      0.447 / 7,
      0.447 / 7,
      0.0645,
      0.0765,
      0.486,
      6.393 / 11,
      0.714_875,
      9.792 / 13,
      11.385 / 14,
      1,
    ];
    const shuffled = [7, 0, 14, 3, 9, 1, 12, 5, 10, 2, 6, 13, 4, 11, 8];
    const q = benjaminiHochberg(Float64Array.from(shuffled, (i) => EXAMPLE[i] ?? 1));
    for (const [k, i] of shuffled.entries()) expect(q[k]).toBeCloseTo(byHand[i] ?? 0, 12);
  });

  it('is the least p_(j) n / j over all ranks from its own on', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const sorted = [...p].sort((a, b) => a - b);
        const q = benjaminiHochberg(p);
        for (const [i, own] of p.entries()) {
          const rates = sorted.flatMap((each, j) => (each >= own ? [(each * p.length) / (j + 1)] : []));
          expect(q[i]).toBeCloseTo(Math.min(1, ...rates), 12);
        }
      }),
    );
  });
});
