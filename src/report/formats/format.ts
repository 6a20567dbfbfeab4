import type { ReportData } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';

/** A kind of output, as `-o` and `--format` choose it. */
export interface OutputFormat {
  /** What it shows beyond the result; the rest of the exhibits is empty when it is called. */
  readonly needs: readonly (keyof ReportData)[];
  /** In pieces, so that a large output is never one string. */
  readonly render: (result: Result, exhibits: ReportData, options: FormatOptions) => Iterable<string>;
}

export interface FormatOptions {
  /** How many accounts a list for people shows, Infinity for all. */
  readonly top: number;
  /** A sentence for each threshold that was asked for and is crossed. */
  readonly crossed?: readonly string[];
  /** Whether CSV holds what the dump says to the letter. */
  readonly raw?: boolean;
}
