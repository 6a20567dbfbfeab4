import type { Verdict, VerdictCounts } from './verdict.js';
/** What is expected of datasets, and what came of it: the document that `check --format json` prints. */

export const CHECK_SCHEMA_VERSION = '2';

/** A number, or a share in percent of what it is held against. */
export type CountOrPercent = { readonly count: number } | { readonly percent: number };

export interface Bounds {
  readonly min?: CountOrPercent;
  readonly max?: CountOrPercent;
}

/** Figures of the whole dump that may be held within bounds. */
export const INDICATORS = [
  'posts',
  'accounts',
  'groups',
  'expectedFalse',
  'ctm',
  'retweetsPercent',
  'top50Percent',
  'postsPerAccount',
  'gini',
  'top1Percent',
] as const;
export type Indicator = (typeof INDICATORS)[number];

export type Expectation = { readonly line: number } & (
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly bounds: Bounds }
  | { readonly kind: 'flagged' | 'notFlagged'; readonly account: string }
  | { readonly kind: 'quality'; readonly figure: 'precision' | 'recall'; readonly bounds: Bounds }
  | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly bounds: Bounds }
  | { readonly kind: 'badRows'; readonly bounds: Bounds }
);

/** The accounts that were likely coordinated when it was written, by id. */
export interface Baseline {
  readonly accounts: readonly BaselineAccount[];
}

export interface BaselineAccount {
  readonly id: string;
  readonly handle: string;
  readonly score: number;
}

/** A line of a file; without the line the file as a whole. */
export interface FileLocation {
  readonly file: string;
  readonly line?: number;
}

export interface ExpectationFailure {
  /** One sentence: what is, and what was expected. May hold text from a dump. */
  readonly says: string;
  /** Line of the configuration that expected it. */
  readonly line: number;
  /** A post of the account that it is about. */
  readonly place?: FileLocation;
}

export interface BaselineChange {
  readonly kind: 'flagged' | 'unflagged' | 'moved';
  readonly id: string;
  readonly handle: string;
  /** Score in the baseline and now; null where it is not in the one or the other. */
  readonly before: number | null;
  readonly after: number | null;
  /** Now; null where the account is in the dump no more. */
  readonly verdict: Verdict | null;
  readonly place?: FileLocation;
}

export interface CheckedDataset {
  readonly name: string;
  readonly files: readonly string[];
  /** Line of the configuration on which it begins. */
  readonly line: number;
  readonly outcome: 'passed' | 'failed' | 'error';
  /** Accounts by verdict; null where it could not be analysed. */
  readonly accounts: VerdictCounts | null;
  /** How many expectations it was held against, a baseline being one. */
  readonly expectations: number;
  readonly failures: readonly ExpectationFailure[];
  readonly baseline: {
    readonly file: string;
    readonly line: number;
    readonly updated: boolean;
    readonly changes: readonly BaselineChange[];
  } | null;
  /** Why it could not be checked: one sentence, and the next step. */
  readonly error: { readonly says: string; readonly hint: string; readonly place?: FileLocation } | null;
}

/** What came of `check`: each dataset, and what is not as it was expected. */
export interface Check {
  readonly schemaVersion: typeof CHECK_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  /** The configuration's file. */
  readonly config: string;
  readonly datasets: readonly CheckedDataset[];
}
