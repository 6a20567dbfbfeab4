/** What is said between a thread that decodes a file and the one that asks. */

import { type ErrorCode, TrendAuditError } from '../../errors.js';
import type { TableFile } from '../detect-table.js';
import { toFileError } from '../open.js';

/** The forms of files that are decoded in a thread of their own. */
export type DecodedFormat = 'parquet' | 'sqlite';

/** What the thread answers when it is asked for more: first `opened`, then rows, and `ended`; or `failed`. */
export type Reply =
  /**
   * `cells` is how many there are, of which each will be at least a byte of a table; `notes` are for the reader of the
   * result.
   */
  | {
      readonly kind: 'opened';
      readonly columns: readonly string[];
      readonly rows: number;
      readonly bytes: number;
      readonly cells: number;
      readonly notes: readonly string[];
    }
  /** `size` is that of the cells in characters, and one for each. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly size: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What a decoder gives: parts of the file, or what it throws. */
export type Decoder = AsyncGenerator<Exclude<Reply, { kind: 'failed' | 'ended' }>>;

export type Failure =
  | {
      readonly kind: 'damaged' | 'too-large' | 'cut-off' | 'unreadable' | 'system';
      readonly message: string;
      /** Of an error of the file system, such as `EIO`. */
      readonly code?: string;
    }
  /** An error that a user can mend, already in words. */
  | {
      readonly kind: 'explained';
      readonly message: string;
      readonly code: ErrorCode;
      readonly hint: string;
      readonly unquoted: TrendAuditError['unquoted'];
    };

export interface Task {
  readonly format: DecodedFormat;
  readonly path: string;
  /** The file as the user named it. */
  readonly name: string;
  readonly options: Pick<TableFile['options'], 'map' | 'sheet' | 'dateOrder' | 'profiles'>;
  /** Counts up as the work goes on. */
  readonly beats: Int32Array;
}

/** How a format is called, and what to do where a file of it is damaged or too large. */
const WORDS: { readonly [Format in DecodedFormat]: { noun: string; anew: string; smaller: string } } = {
  parquet: {
    noun: 'Parquet',
    anew: 'get the whole file again, or write it anew from where its posts are (DuckDB, pandas), or as CSV',
    smaller:
      'write it anew in smaller ones (ROW_GROUP_SIZE 100000 in DuckDB, row_group_size=100000 in pandas), or as CSV',
  },
  sqlite: {
    noun: 'an SQLite database',
    anew: `get the whole file again, or save what is left in it: sqlite3 FILE .recover | sqlite3 NEW`,
    smaller: `write the table of posts as CSV: sqlite3 -header -csv FILE "SELECT * FROM TABLE" > dump.csv`,
  },
};

/** What a failure is to the user: a TrendAuditError, or an error of the file system that nobody has words for. */
export function toDecodingError(failure: Failure, format: DecodedFormat, file: string): unknown {
  const { noun, anew, smaller } = WORDS[format];
  const { message } = failure;
  switch (failure.kind) {
    case 'explained':
      return new TrendAuditError(failure.code, message, { file, hint: failure.hint, unquoted: failure.unquoted });
    case 'damaged':
      return new TrendAuditError('malformed', `is ${noun} that is damaged (${message})`, {
        file,
        hint: anew,
        unquoted: { message: `is ${noun} that is damaged` },
      });
    case 'cut-off':
      return new TrendAuditError('malformed', `is ${noun} that ends in the middle: the file is cut off`, {
        file,
        hint: anew,
      });
    case 'unreadable':
      return new TrendAuditError(
        'malformed',
        `is ${noun} that is broken, or of a kind that is not read here (${message})`,
        { file, hint: anew, unquoted: { message: `is ${noun} that is broken, or of a kind that is not read here` } },
      );
    case 'too-large':
      return new TrendAuditError(
        'too-large',
        `is ${noun} ${format === 'parquet' ? 'in pieces that are' : 'that is'} too large (${message})`,
        { file, hint: smaller, unquoted: { message: `is ${noun} that is too large` } },
      );
    case 'system':
      return toFileError(Object.assign(new Error(message), { code: failure.code }), file);
  }
}
