import { array, assert, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogProductAccumulator } from '../../src/stats/log-product.js';

const part = double({ min: -12, max: 12, noNaN: true }).map((exponent) => 10 ** exponent);

describe('LogOdds', () => {
  it('is the sum of the logarithms, however many odds there are', () => {
    const odds = new LogProductAccumulator();
    assert(
      property(array(tuple(part, part), { maxLength: 200 }), (pairs) => {
        odds.reset();
        for (const [one, other] of pairs) odds.add(one, other);
        const sum = pairs.reduce((total, [one, other]) => total + Math.log(one) - Math.log(other), 0);
        expect(odds.sum).toBeCloseTo(sum, 6);
      }),
    );
  });
});
