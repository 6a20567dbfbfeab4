import type { SkipReason } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { HASH_WORDS, type KeyedHash } from '../text/keyed-hash.js';

/** One record of a table, with the number of the line on which it begins. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  /** Where the text of the record begins, if that is enough to read it again. */
  readonly at?: number;
}

/** A row that gave no post: why, and the value that shows it. */
export interface RejectedRow {
  readonly reason: SkipReason;
  readonly example: string;
}

/** A row, or what stands in the place of one and is known to be none. */
export type RowOrRejected = Row | (RejectedRow & { readonly line: number });

/** Words of 32 bits in the hash of a row. */
export const ROW_HASH_WORDS = HASH_WORDS;

/**
 * The cells of a row that is not long, one behind the other in UTF-8, of which a UTF-16 unit takes three bytes at most.
 */
const rowBytes = Buffer.alloc(3 * 4096);

/** Brings a hash to that of a row: of the bytes of its cells in UTF-8, however the file has written and quoted them. */
export function hashCells(hash: KeyedHash, cells: readonly string[]): void {
  // Encoded all at once: to go through short cells letter by letter, or to encode each, takes longer than to hash them.
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

/** Adds the cells that `rowBytes` holds; false where one ends in half a letter whose other half begins the next. */
function addParts(hash: KeyedHash, cells: readonly string[]): boolean {
  let from = 0;
  for (const { length } of cells) {
    let to = from;
    let units = 0;
    for (; units < length; units++) {
      const byte = rowBytes[to] ?? outOfRange();
      to += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      // Four bytes are two units.
      if (byte >= 0xf0) units++;
    }
    if (units > length) return false;
    hash.addBytes(rowBytes, from, to);
    from = to;
  }
  return true;
}

/** The rows of a table that is no text, the first of them its header, and what is to be said of them. */
export interface TableReading {
  readonly rows: AsyncGenerator<Row[]>;
  /** For the reader of the result; to be asked when the rows are read. */
  readonly notes: () => readonly string[];
}
