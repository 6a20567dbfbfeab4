/** What went wrong, as a stable name that a program can test for. */
export type ErrorCode =
  | 'usage'
  | 'not-found'
  | 'not-readable'
  | 'is-directory'
  | 'empty'
  | 'not-text'
  | 'not-posts'
  | 'unknown-format'
  | 'missing-column'
  | 'malformed'
  | 'too-large'
  | 'too-many-bad-rows'
  | 'nothing-left'
  | 'changed'
  | 'out-of-memory'
  | 'thread-ended'
  | 'not-writable';

/** Texts that do not quote the file; a missing part is the same as in the error. */
export interface Unquoted {
  readonly message?: string;
  readonly hint?: string;
}

/**
 * An error that a user can fix: bad input or wrong usage. Any other error is a defect of this program. `message` is one
 * line: what was found and what was expected. `hint` is the next step to try.
 *
 * @example
 * ```js
 * import { analyze, TrendAuditError } from 'trend-audit';
 *
 * try {
 *   await analyze(['no-such-file.csv']);
 * } catch (error) {
 *   if (!(error instanceof TrendAuditError)) throw error;
 *   console.log(`${error.file}: ${error.code}`);
 * }
 * //→ no-such-file.csv: not-found
 * ```
 */
export class TrendAuditError extends Error {
  override readonly name = 'TrendAuditError';
  readonly code: ErrorCode;
  readonly hint: string;
  /** The file (as the user named it; `-` is standard input) and, where known, its line. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** Message and hint without any content of the file: for a log that others read. */
  readonly unquoted: { readonly message: string; readonly hint: string };

  constructor(
    code: ErrorCode,
    message: string,
    { hint, file, line, unquoted }: { hint: string; file?: string; line?: number; unquoted?: Unquoted },
  ) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.file = file;
    this.line = line;
    this.unquoted = { message, hint, ...unquoted };
  }
}
