/** The messages between a decoder thread and the thread that uses it. */

import { type ErrorCode, TrendAuditError } from '../../errors.js';
import type { TableFile } from '../detect-table.js';
import { toFileError } from '../open.js';

/** The file formats that are decoded in a separate thread. */
export type DecodedFormat = 'parquet' | 'sqlite';

/** The answer to a request for more: first `opened`, then `rows`, then `ended`; or `failed`. */
export type Reply =
  /**
   * `cells` is the number of cells, each of which takes at least one byte of a table. `notes` are for the reader of
   * the result.
   */
  | {
      readonly kind: 'opened';
      readonly columns: readonly string[];
      readonly rows: number;
      readonly bytes: number;
      readonly cells: number;
      readonly notes: readonly string[];
    }
  /** `size` is the number of characters in the cells, plus one for each cell. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly size: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What a decoder yields: the parts of the file. It throws if decoding fails. */
export type Decoder = AsyncGenerator<Exclude<Reply, { kind: 'failed' | 'ended' }>>;

export type Failure =
  | {
      readonly kind: 'damaged' | 'too-large' | 'cut-off' | 'unreadable' | 'system';
      readonly message: string;
      /** The code of a file system error, such as `EIO`. */
      readonly code?: string;
    }
  /** An error that the user can fix, with its message. */
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
  /** A counter that increases while the work makes progress. */
  readonly beats: Int32Array;
}

/** The name of a format, and what to do with a damaged or too large file. */
const WORDS: { readonly [Format in DecodedFormat]: { noun: string; anew: string; smaller: string } } = {
  parquet: {
    noun: 'Parquet',
    anew: 'get the whole file again, or write it again from its source (DuckDB, pandas), or as CSV',
    smaller:
      'write it again in smaller ones (ROW_GROUP_SIZE 100000 in DuckDB, row_group_size=100000 in pandas), or as CSV',
  },
  sqlite: {
    noun: 'an SQLite database',
    anew: `get the whole file again, or save what is left in it: sqlite3 FILE .recover | sqlite3 NEW`,
    smaller: `write the table of posts as CSV: sqlite3 -header -csv FILE "SELECT * FROM TABLE" > dump.csv`,
  },
};

/** The error for the user: a TrendAuditError, or a file system error unchanged. */
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
        `is ${noun} that is broken, or of a kind that is not supported (${message})`,
        { file, hint: anew, unquoted: { message: `is ${noun} that is broken, or of a kind that is not supported` } },
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
