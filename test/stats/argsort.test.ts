import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argsort } from '../../src/stats/argsort.js';

const number = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, Infinity, -Infinity),
);

describe('rankOrder', () => {
  it('puts each index once, the smallest values first, NaN last, and equal values in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(number, fc.constant(Number.NaN))), (values) => {
        const order = [...argsort(values)];
        expect([...order].sort((a, b) => a - b)).toEqual(values.map((_, i) => i));
        for (let k = 1; k < order.length; k++) {
          const [before, after] = [order[k - 1] ?? 0, order[k] ?? 0];
          const [a, b] = [values[before] ?? 0, values[after] ?? 0];
          expect(
            a < b || (a === b && before < after) || (Number.isNaN(b) && (!Number.isNaN(a) || before < after)),
          ).toBe(true);
        }
      }),
    );
  });
});
