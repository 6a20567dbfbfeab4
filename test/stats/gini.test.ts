import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gini } from '../../src/stats/gini.js';

describe('gini', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[3, 3, 3], 0],
    [[0, 0, 0, 8], 0.75],
    // Mean difference by hand: |1−2| + |1−3| + |2−3| = 4 of 9 pairs, twice, over 2 · mean: 8/9 / 4.
    [[1, 2, 3], 2 / 9],
  ])('of %j', (values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 12);
  });

  it('is half the mean difference of two, over the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (values) => {
        const sum = values.reduce((a, b) => a + b, 0);
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        expect(gini([...values].sort((a, b) => a - b))).toBeCloseTo(
          sum === 0 ? 0 : differences / (2 * values.length * sum),
          9,
        );
      }),
    );
  });
});
