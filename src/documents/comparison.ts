/** Several dumps compared: the document that `compare --json` prints. */

import type { Result } from './result.js';

export const COMPARISON_SCHEMA_VERSION = '2';

/** One dump, or one day of it. */
export interface ComparedDump extends Pick<Result, 'inputs' | 'options' | 'summary' | 'trend' | 'traffic'> {
  /** The file as named by the user. */
  readonly file: string;
  /** The day (UTC), such as 2014-03-01; null for a whole dump. */
  readonly day: string | null;
  /**
   * Posts that the verdicts are based on. `alone`: only these posts. `whole`: the whole dump; then `inputs`, `options`
   * and `cautions` are those of the dump, and everything else counts the posts and accounts of the day.
   */
  readonly judged: 'alone' | 'whole';
  /** Without hashtags for a day of a dump that was analysed as a whole. */
  readonly dump: Omit<Result['dump'], 'hashtags'> & Partial<Pick<Result['dump'], 'hashtags'>>;
  /**
   * Number of groups (for a day: those with at least two accounts that posted), and the number of accounts in the
   * largest.
   */
  readonly groups: { readonly count: number; readonly largest: number };
}

/** What `compare --json` prints. */
export interface Comparison {
  readonly schemaVersion: typeof COMPARISON_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly dumps: readonly ComparedDump[];
  /** Accounts that are likely coordinated in several of them: those in most dumps first, then by id. */
  readonly recurring: readonly {
    readonly id: string;
    readonly handle: string;
    /** Positions in `dumps`. */
    readonly dumps: readonly number[];
  }[];
}
