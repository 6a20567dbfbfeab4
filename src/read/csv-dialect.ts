/** How a table is written: what parts its cells, what quotes them, and what ends its records. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly recordDelimiters: readonly string[];
}
