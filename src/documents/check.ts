import type { Verdict, VerdictCounts } from './verdict.js';
/** Expectations of datasets and their results: the document that `check --format json` prints. */

export const CHECK_SCHEMA_VERSION = '2';

/** A number, or a percentage of the whole that it is compared with. */
export type CountOrPercent = { readonly count: number } | { readonly percent: number };

export interface Bounds {
  readonly min?: CountOrPercent;
  readonly max?: CountOrPercent;
}

/** Figures of the whole dump that can have bounds. */
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

/** The accounts that were called likely coordinated when it was written, by id. */
export interface Baseline {
  readonly accounts: readonly BaselineAccount[];
}

export interface BaselineAccount {
  readonly id: string;
  readonly handle: string;
  readonly score: number;
}

/** A line of a file; without `line`, the whole file. */
export interface FileLocation {
  readonly file: string;
  readonly line?: number;
}

export interface ExpectationFailure {
  /** One sentence: the actual and the expected value. May contain text from a dump. */
  readonly says: string;
  /** Line of the configuration with the expectation. */
  readonly line: number;
  /** A post of the account that it is about. */
  readonly place?: FileLocation;
}

export interface BaselineChange {
  readonly kind: 'flagged' | 'unflagged' | 'moved';
  readonly id: string;
  readonly handle: string;
  /** Score in the baseline and now; null where the account is not in it. */
  readonly before: number | null;
  readonly after: number | null;
  /** Verdict now; null where the account is no longer in the dump. */
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
  /** Number of expectations; a baseline counts as one. */
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

/** The result of `check`: each dataset, and the expectations that are not met. */
export interface Check {
  readonly schemaVersion: typeof CHECK_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  /** Path of the configuration. */
  readonly config: string;
  readonly datasets: readonly CheckedDataset[];
}
