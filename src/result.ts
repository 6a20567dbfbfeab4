/** The document that `--json` prints. Names and meaning are a contract: add, never change. */

import type { CreationSource } from './post.js';
import type { Evidence, Verdict } from './evidence.js';

export const SCHEMA_VERSION = '1';

/** Why a row gave no post. The reader's text for each is in `report/`. */
export type SkipReason =
  | 'bad-time'
  | 'no-time'
  | 'no-account'
  | 'wrong-width'
  | 'malformed'
  | 'not-a-post'
  | 'other-event'
  | 'duplicate-row'
  | 'repeated-id'
  | 'other-hashtag'
  | 'outside-span';

export interface Input {
  /** As the user named it. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Name of the recognised format. */
  readonly format: string;
  /** Data rows: header and blank lines left out. `rows` = `posts` + everything in `skipped`. */
  readonly rows: number;
  readonly posts: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
  /** The first few line numbers for each reason; the records' numbers where `numbered` says so. */
  readonly skippedAt: Partial<Record<SkipReason, readonly number[]>>;
  /** Where a file's records have no lines of their own (an array of JSON), they are numbered instead. */
  readonly numbered?: 'records';
  /** Which column gave which field; in JSON, which path. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns of a table that nothing was read from. Told by `inspect` only. */
  readonly columnsLeft?: readonly string[];
  /** What a reader must know about this file's data, in plain sentences (times without an offset, damaged ids, …). */
  readonly notes: readonly string[];
}

export interface AccountResult {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly verdict: Verdict;
  /** 0 to 100, for ranking; not a probability. */
  readonly score: number;
  /** The smallest false discovery rate at which this account would be called coordinated; 1 where nothing could be tested. */
  readonly q: number;
  /** ISO 8601 UTC, or null. */
  readonly createdAt: string | null;
  readonly createdAtFrom: string | null;
  readonly createdAtTo: string | null;
  readonly createdAtSource: CreationSource;
  readonly posts: number;
  /** Most posts within ten minutes (or within the dump's resolution, where that is coarser). */
  readonly mostInTenMinutes: number;
  /** Id of the group it belongs to, or null. */
  readonly group: string | null;
  readonly evidence: readonly Evidence[];
}

export interface GroupResult {
  readonly id: string;
  readonly accounts: readonly string[];
  readonly says: string;
}

export interface VerdictCounts {
  readonly coordinated: number;
  readonly unclear: number;
  readonly organic: number;
  readonly insufficient: number;
}

export interface Result {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly Input[];
  /** Files of users that were joined to the posts, as named or as found beside them. */
  readonly profiles?: readonly { readonly path: string; readonly sha256: string; readonly bytes: number; readonly accounts: number }[];
  /** Every option that changes the result, as resolved. */
  readonly options: Readonly<Record<string, string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>>>;
  readonly dump: {
    readonly posts: number;
    readonly accounts: number;
    /** ISO 8601 UTC times of the first and the last post. */
    readonly from: string;
    readonly to: string;
    /** The finest step in which the dump tells time, in seconds: 0.001, 1, 60, 3600 or 86400. */
    readonly resolutionSeconds: number;
    /** Most frequent first; at most 20. */
    readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
    readonly creationDates: Readonly<Record<CreationSource, number>>;
  };
  readonly summary: {
    readonly accounts: VerdictCounts;
    readonly posts: VerdictCounts;
    /** How many accounts would be expected among the `coordinated` had everybody acted alone. */
    readonly expectedFalse: number;
    /** What limits this result, in plain sentences (no background left, a family that could not be measured, …). */
    readonly cautions: readonly string[];
  };
  /** Highest score first, then by id. */
  readonly accounts: readonly AccountResult[];
  readonly groups: readonly GroupResult[];
  /** Posts per bin, by their account's verdict. */
  readonly timeline: readonly (VerdictCounts & { readonly from: string })[];
  readonly traffic: {
    readonly ctm: number;
    readonly retweetsPercent: number;
    readonly top50Percent: number;
    readonly postsPerAccount: number;
  };
}
