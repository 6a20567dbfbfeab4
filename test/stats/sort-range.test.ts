import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortRange } from '../../src/stats/sort-range.js';

it('sorts a part of an array, and leaves the rest as it is', () => {
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 200 }), fc.nat(200), fc.nat(200), (values, one, other) => {
      const from = Math.min(one, other, values.length);
      const to = Math.min(Math.max(one, other), values.length);
      const expected = [...values];
      expected.splice(from, to - from, ...expected.slice(from, to).sort((a, b) => a - b));
      sortRange(values, from, to);
      expect([...values]).toEqual(expected);
    }),
  );
});
