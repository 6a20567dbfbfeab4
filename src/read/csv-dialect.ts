/** A character that no text has: files with NUL are refused as binary. */
export const NO_QUOTE = '\0';

/** How a table is written: its cell delimiter, its quote character and its record ends. */
export interface CsvDialect {
  readonly delimiter: string;
  /** One character; `NO_QUOTE` if quotes are signs like any other. */
  readonly quote: string;
  readonly recordDelimiters: readonly string[];
  /** The character before a quote within quotes, if such quotes are not doubled: `\\`, as MySQL writes it. */
  readonly escape?: '\\';
}
