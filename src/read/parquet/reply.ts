/** What is said between the thread that decodes and the one that asks. */

import { TrendAuditError } from '../../errors.js';
import { toFileError } from '../open.js';

/** What the thread that decodes answers when it is asked for more: first `opened`, then rows, and `ended`; or `failed`. */
export type Reply =
  /** `cells` is how many there are, of which each will be at least a byte of a table. */
  | {
      readonly kind: 'opened';
      readonly columns: readonly string[];
      readonly rows: number;
      readonly bytes: number;
      readonly cells: number;
    }
  /** `size` is that of the cells in characters, and one for each. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly size: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Failure {
  readonly kind: 'damaged' | 'too-large' | 'cut-off' | 'unreadable' | 'system';
  readonly message: string;
  /** Of an error of the file system, such as `EIO`. */
  readonly code?: string;
}

export interface Task {
  readonly path: string;
  /** Counts up as the work goes on. */
  readonly beats: Int32Array;
}

const ANEW = 'get the whole file again, or write it anew from where its posts are (DuckDB, pandas), or as CSV';

/** What a failure is to the user: a TrendAuditError, or an error of the file system that nobody has words for. */
export function toParquetError({ kind, message, code }: Failure, file: string): unknown {
  switch (kind) {
    case 'damaged':
      return new TrendAuditError('malformed', `is Parquet that is damaged (${message})`, { file, hint: ANEW });
    case 'cut-off':
      return new TrendAuditError('malformed', 'is Parquet that ends in the middle: the file is cut off', {
        file,
        hint: ANEW,
      });
    case 'unreadable':
      return new TrendAuditError(
        'malformed',
        `is Parquet that is broken, or of a kind that is not read here (${message})`,
        { file, hint: ANEW },
      );
    case 'too-large':
      return new TrendAuditError('too-large', `is Parquet in pieces that are too large (${message})`, {
        file,
        hint: 'write it anew in smaller ones (ROW_GROUP_SIZE 100000 in DuckDB, row_group_size=100000 in pandas), or as CSV',
      });
    case 'system':
      return toFileError(Object.assign(new Error(message), { code }), file);
  }
}
