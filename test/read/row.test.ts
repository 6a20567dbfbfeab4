import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { hashCells, ROW_HASH_WORDS } from '../../src/read/row.js';
import { KeyedHash } from '../../src/text/keyed-hash.js';

const written = (hash: KeyedHash): Uint32Array => {
  const words = new Uint32Array(ROW_HASH_WORDS);
  hash.write(words, 0);
  return words;
};

it('hashes a row as its cells are hashed one by one, be they half letters', () => {
  const unit = constantFrom('a', 'é', '☝', '👍', '\uD83D', '\uDC4D', '\u0000');
  const cell = array(unit, { maxLength: 5 }).map((units) => units.join(''));
  assert(
    property(array(cell, { maxLength: 8 }), array(string({ unit: 'binary' }), { maxLength: 3 }), (odd, any) => {
      const cells = [...odd, ...any];
      for (const row of [cells, cells.concat('x'.repeat(5000))]) {
        const [whole, each] = [new KeyedHash(), new KeyedHash()];
        hashCells(whole, row);
        for (const text of row) each.add(text);
        expect(written(whole)).toEqual(written(each));
      }
    }),
    { numRuns: 300 },
  );
});
