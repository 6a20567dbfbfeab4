import type { SkipReason } from '../documents/result.js';
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

/** Brings a hash to that of a row: of the bytes of its cells in UTF-8, however the file has written and quoted them. */
export function hashCells(hash: KeyedHash, cells: readonly string[]): void {
  hash.reset();
  for (const cell of cells) hash.add(cell);
}

/** The rows of a table that is no text, the first of them its header, and what is to be said of them. */
export interface TableReading {
  readonly rows: AsyncGenerator<Row[]>;
  /** For the reader of the result; to be asked when the rows are read. */
  readonly notes: () => readonly string[];
}
