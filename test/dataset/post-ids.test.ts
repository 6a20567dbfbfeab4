import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUint64, idAt } from '../../src/dataset/post-ids.js';

const TOP = (0xffff_fffen << 32n) - 1n;

describe('halvesOf', () => {
  it('keeps every number of 64 bits, save the last that stand for other things', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt(1n, TOP),
          fc.bigInt(1n, 10n ** 12n),
          fc.constantFrom(1n, TOP, 10n ** 9n, 10n ** 18n, 2n ** 53n + 1n, 2n ** 32n),
        ),
        (number) => {
          const id = String(number);
          expect(splitUint64(id)).toEqual([Number(number >> 32n), Number(number & 0xffff_ffffn)]);
          expect(idAt({ halves: Uint32Array.from(splitUint64(id) ?? []), other: [] }, 0)).toBe(id);
        },
      ),
    );
  });

  it.each([
    '',
    '0',
    '01',
    'x1',
    '1x',
    '-1',
    '1.0',
    ' 1',
    '1e5',
    '١٢',
    String(TOP + 1n),
    '99999999999999999999',
    '100000000000000000000',
  ])('has none for %j', (id) => {
    expect(splitUint64(id)).toBeUndefined();
  });
});
