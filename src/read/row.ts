import type { SkipReason } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { HASH_WORDS, type KeyedHash } from '../text/keyed-hash.js';

/** One record of a table, with the number of its first line. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  /** The offset of the record's text, if it can be read again from there. */
  readonly at?: number;
}

/** A row that gave no post: the reason, and a value that shows it. */
export interface RejectedRow {
  readonly reason: SkipReason;
  readonly example: string;
}

/** A row, or an item that is known not to be one. */
export type RowOrRejected = Row | (RejectedRow & { readonly line: number });

/** Number of 32-bit words in the hash of a row. */
export const ROW_HASH_WORDS = HASH_WORDS;

/** Buffer for the cells of a short row, concatenated in UTF-8; a UTF-16 unit takes at most three bytes. */
const rowBytes = Buffer.alloc(3 * 4096);

/** Sets `hash` to the hash of a row: of its cells' UTF-8 bytes, independent of how the file wrote and quoted them. */
export function hashCells(hash: KeyedHash, cells: readonly string[]): void {
  // Encoded all at once: encoding each short cell separately takes longer than hashing it.
  const row = cells.join('');
  const fits = 3 * row.length <= rowBytes.length;
  const end = fits ? rowBytes.write(row) : 0;
  hash.reset();
  if (fits && end === row.length) {
    let from = 0;
    for (const { length } of cells) hash.addBytes(rowBytes, from, (from += length));
  } else if (!fits || !addParts(hash, cells)) {
    hash.reset();
    for (const cell of cells) hash.add(cell);
  }
}

/** Adds the cells in `rowBytes`. Returns false if a surrogate pair is split between two cells. */
function addParts(hash: KeyedHash, cells: readonly string[]): boolean {
  let from = 0;
  for (const { length } of cells) {
    let to = from;
    let units = 0;
    for (; units < length; units++) {
      const byte = rowBytes[to] ?? outOfRange();
      to += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      // Four bytes are two UTF-16 units.
      if (byte >= 0xf0) units++;
    }
    if (units > length) return false;
    hash.addBytes(rowBytes, from, to);
    from = to;
  }
  return true;
}

/** The rows of a table that is not a text file, the first of which is its header, and notes on them. */
export interface TableReading {
  readonly rows: AsyncGenerator<Row[]>;
  /** Notes for the reader of the result; called after the rows have been read. */
  readonly notes: () => readonly string[];
}
