import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Uint64Set } from '../../src/text/uint64-set.js';

it('HashSet knows what was added, and nothing else, however many meet in its table', () => {
  // Those that end in the same bits meet.
  const high = fc.oneof(
    fc.nat(3).map((n) => n * 65_536),
    fc.nat(2 ** 32 - 1),
  );
  const low = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(high, low), { maxLength: 3000, size: 'max' }), (hashes) => {
      const set = new Uint64Set();
      const known = new Set<string>();
      for (const hash of hashes) {
        const name = hash.join();
        expect(set.add(...hash)).toBe(!known.has(name));
        known.add(name);
      }
    }),
  );
});
