import type { ReportData } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';

/** A kind of output, as `-o` and `--format` choose it. */
export interface OutputFormat {
  /** The report data that it needs in addition to the result; the other parts are empty when it is called. */
  readonly needs: readonly (keyof ReportData)[];
  /** Returns pieces, so that a large output is never one string. */
  readonly render: (result: Result, exhibits: ReportData, options: FormatOptions) => Iterable<string>;
}

export interface FormatOptions {
  /** How many accounts a list for people shows, Infinity for all. */
  readonly top: number;
  /** A sentence for each threshold that the user set and that is crossed. */
  readonly crossed?: readonly string[];
  /** Whether CSV contains the exact values of the dump. */
  readonly raw?: boolean;
}
