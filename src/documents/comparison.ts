/** What is known of several dumps side by side: the document that `compare --json` prints. */

import type { Result } from './result.js';

export const COMPARISON_SCHEMA_VERSION = '2';

/** One dump, or one day of it. */
export interface ComparedDump extends Pick<Result, 'inputs' | 'options' | 'summary' | 'trend' | 'traffic'> {
  /** The file as it was named. */
  readonly file: string;
  /** The day (UTC), as 2014-03-01; null for a whole dump. */
  readonly day: string | null;
  /**
   * What the verdicts rest on. `alone`: these posts and no others. `whole`: the dump that the day is of; `inputs`,
   * `options` and `cautions` are those of the dump, everything else counts the posts and accounts of the day.
   */
  readonly judged: 'alone' | 'whole';
  /** Without the hashtags where it is a day of a dump that was analysed as a whole. */
  readonly dump: Omit<Result['dump'], 'hashtags'> & Partial<Pick<Result['dump'], 'hashtags'>>;
  /**
   * How many groups there are (on a day: of which at least two accounts posted), and how many accounts the largest has.
   */
  readonly groups: { readonly count: number; readonly largest: number };
}

/** What `compare --json` prints. */
export interface Comparison {
  readonly schemaVersion: typeof COMPARISON_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly dumps: readonly ComparedDump[];
  /** Accounts that are likely coordinated in several of them: most first, then by id. */
  readonly recurring: readonly {
    readonly id: string;
    readonly handle: string;
    /** Positions in `dumps`. */
    readonly dumps: readonly number[];
  }[];
}
