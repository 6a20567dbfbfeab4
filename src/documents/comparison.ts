/** What is known of several dumps side by side: the document that `compare --json` prints. */

import type { Result } from './result.js';

export const COMPARISON_SCHEMA_VERSION = '2';

/** One dump, or one day of it, analysed by itself. */
export interface ComparedDump extends Pick<Result, 'inputs' | 'options' | 'dump' | 'summary' | 'trend' | 'traffic'> {
  /** The file as it was named. */
  readonly file: string;
  /** The day (UTC), as 2014-03-01; null where the whole dump was analysed. */
  readonly day: string | null;
  /** How many groups there are, and how many accounts the largest has. */
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
