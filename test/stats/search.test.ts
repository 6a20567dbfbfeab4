import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, gallopLowerBound, upperBound, gallopUpperBound } from '../../src/stats/search.js';

const number = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ noNaN: true }));

describe('lowerBound and upperBound', () => {
  it('count the elements below a value, and those not above it', () => {
    fc.assert(
      fc.property(fc.array(number), number, (values, value) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(lowerBound(sorted, value)).toBe(values.filter((each) => each < value).length);
        expect(upperBound(sorted, value)).toBe(values.filter((each) => each <= value).length);
      }),
    );
  });

  it('find the same from near any place', () => {
    fc.assert(
      fc.property(fc.array(number), number, fc.nat(120), (values, value, near) => {
        const sorted = Float64Array.from(values).sort();
        expect(gallopLowerBound(sorted, value, near)).toBe(lowerBound(sorted, value));
        expect(gallopUpperBound(sorted, value, near)).toBe(upperBound(sorted, value));
      }),
    );
  });
});
