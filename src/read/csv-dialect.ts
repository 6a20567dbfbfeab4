/** How a table is written: what parts its cells, what quotes them, and what ends its records. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly recordDelimiters: readonly string[];
  /** What a quote stands behind within quotes, where it is not doubled: `\\`, as MySQL writes it. */
  readonly escape?: '\\';
}
