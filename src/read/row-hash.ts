import type { Hash64 } from '../text/hash64.js';

/** Words of 32 bits in the hash of a row. */
export const ROW_HASH_WORDS = 2;

/** What stands in a hash between two cells: no byte. */
export const END_OF_CELL = 0x100;

/** Brings a hash to that of a row: of the bytes of its cells in UTF-8, however the file has written and quoted them. */
export function hashCells(hash: Hash64, cells: readonly string[]): void {
  hash.reset();
  for (const [at, cell] of cells.entries()) {
    if (at > 0) hash.addUnit(END_OF_CELL);
    hash.addUtf8(cell);
  }
}
