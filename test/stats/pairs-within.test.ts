import { array, assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import { pairsWithin } from '../../src/stats/pairs-within.js';

it('counts the pairs as by looking at each', () => {
  assert(
    property(array(nat(100), { maxLength: 40 }), nat(30), (values, span) => {
      const times = values.sort((x, y) => x - y);
      const pairs = times.flatMap((time, k) => times.slice(k + 1).filter((later) => later - time <= span));
      expect(pairsWithin(times, span)).toBe(pairs.length);
    }),
  );
});
