/** How a table is written: its cell delimiter, its quote character and its record ends. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly recordDelimiters: readonly string[];
  /** The character before a quote within quotes, if such quotes are not doubled: `\\`, as MySQL writes it. */
  readonly escape?: '\\';
}
