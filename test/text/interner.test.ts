import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interner } from '../../src/text/interner.js';

/** Words of which many are the same, 0 among them, or end in the same bits, so that keys meet in the table. */
const word = fc.oneof(
  fc.nat(3),
  fc.nat(3).map((n) => n * 65_536),
  fc.nat(2 ** 32 - 1),
);
const width = fc.integer({ min: 1, max: 5 });
const keysOf = (words: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(word, { minLength: words, maxLength: words }), { maxLength: 3000, size: 'max' });
const drawn = width.chain((words) => fc.record({ words: fc.constant(words), keys: keysOf(words) }));

describe('Interner', () => {
  it('numbers keys in the order in which they are first seen, however wide they are and however many meet', () => {
    fc.assert(
      fc.property(drawn, fc.option(fc.nat(5000), { nil: undefined }), ({ words, keys }, expected) => {
        const interner = new Interner(words, 'values', expected);
        const all = new Uint32Array(keys.flat());
        const known = new Map<string, number>();
        for (const key of keys) if (!known.has(key.join())) known.set(key.join(), known.size);
        expect(keys.map((_, k) => interner.numberOf(all, k * words))).toEqual(keys.map((key) => known.get(key.join())));
        expect(interner.size).toBe(known.size);
      }),
    );
  });

  it('as a set knows what was added, and nothing else', () => {
    fc.assert(
      fc.property(drawn, ({ words, keys }) => {
        const set = new Interner(words, 'values');
        const all = new Uint32Array(keys.flat());
        const names = keys.map((key) => key.join());
        expect(keys.map((_, k) => set.add(all, k * words))).toEqual(names.map((name, k) => names.indexOf(name) === k));
      }),
    );
  });
});
