/** Findings on every hashtag of an archive: the document that `scan --json` prints. */

import type { ResolvedOptions } from './options.js';
import type { AccountResult, GroupResult, Result, UndecidedSide } from './result.js';
import type { UndecidedReason, VerdictCounts } from './verdict.js';

export const SCAN_SCHEMA_VERSION = '1';

/**
 * False discovery rate over hashtags: of those listed as pushed or undecided, at most 1 in 20 is expected to be without
 * a push.
 */
export const SCAN_FALSE_DISCOVERY_RATE = 0.05;

/**
 * The finding on a hashtag. `pushed`: likely coordinated accounts pushed it, more than chance explains among so many
 * hashtags. `undecided`: one side pushed, but it is unknown which. `unnamed`: a set of accounts acts together more than
 * ordinary accounts do, but no account meets the criteria to be named; by chance this applies to one hashtag in a
 * hundred. `by-chance`: alone it would be called pushed or undecided, but among so many hashtags some look so by
 * chance. `community`: a group acts together, and its behaviour has an innocent explanation (fans, a service's feed,
 * outlets, an appeal). `none`: no coordination found. `insufficient`: too few accounts or posts to judge.
 */
export type HashtagStanding = 'pushed' | 'undecided' | 'unnamed' | 'by-chance' | 'community' | 'none' | 'insufficient';

/** An account that is likely coordinated under a hashtag. */
export type ScannedAccount = Pick<AccountResult, 'id' | 'handle' | 'displayName' | 'url' | 'score' | 'q' | 'posts'>;

/** A group under a hashtag: its accounts are counted, but not named. */
export interface ScannedGroup extends Pick<
  GroupResult,
  'coordinated' | 'kind' | 'alsoExplainedBy' | 'says' | 'from' | 'to'
> {
  readonly accounts: number;
}

/** Summary of what `analyze --hashtag` finds for a hashtag. */
export interface HashtagFinding {
  /** Without `#`, in its most common spelling. */
  readonly hashtag: string;
  readonly posts: number;
  readonly accounts: number;
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  readonly verdicts: { readonly accounts: VerdictCounts; readonly posts: VerdictCounts };
  /** Number of accounts that fit a push but took part on one occasion only. */
  readonly seenOnce: number;
  /** The probability that ordinary accounts contain a set as one-sided as the most one-sided set here, 0 to 1. */
  readonly p: number;
  readonly undecided: { readonly reason: UndecidedReason; readonly sides: readonly UndecidedSide[] } | null;
  readonly groups: readonly ScannedGroup[];
  /** Likely coordinated accounts: highest score first, then by id. */
  readonly named: readonly ScannedAccount[];
}

/** A hashtag with its rank among all hashtags. */
export interface ScannedHashtag extends HashtagFinding {
  readonly standing: HashtagStanding;
  /**
   * The smallest false discovery rate over hashtags at which it would be called pushed or undecided (Benjamini &
   * Hochberg 1995, applied to the probability that ordinary accounts contain such a set and are called so); 1 for all
   * others.
   */
  readonly q: number;
  /**
   * Number of accounts that it is ranked by: likely coordinated accounts; for `undecided`, accounts of the larger side;
   * for `unnamed`, unclear accounts; for `community`, accounts of its groups; 0 for others.
   */
  readonly size: number;
  /** % of its posts by those accounts; 0 for `community`. */
  readonly postsPercent: number;
  /** Index of its campaign in `campaigns`; null for none. */
  readonly campaign: number | null;
}

/** Hashtags that the same accounts pushed: each has at least three accounts in common with another one. */
export interface Campaign {
  readonly hashtags: readonly string[];
  /**
   * Number of accounts that are likely coordinated under at least one of them, and (`recurring`) the accounts under at
   * least two.
   */
  readonly accounts: number;
  readonly recurring: readonly (Pick<ScannedAccount, 'id' | 'handle' | 'displayName' | 'url'> & {
    /** All hashtags of the campaign under which the account is likely coordinated. */
    readonly hashtags: readonly string[];
  })[];
}

/** What `scan --json` prints. */
export interface Scan extends Pick<Result, 'tool' | 'inputs' | 'profiles'> {
  readonly schemaVersion: typeof SCAN_SCHEMA_VERSION;
  readonly options: ResolvedOptions & {
    /** Hashtags with fewer posts are not decided. */
    readonly least: number;
  };
  readonly archive: {
    /** Number of posts that were read, with or without a hashtag. */
    readonly posts: number;
    /** Number of hashtags that were decided. */
    readonly hashtags: number;
  };
  readonly summary: {
    readonly standings: Readonly<Record<HashtagStanding, number>>;
    /** The false discovery rate used, and the number of hashtags tested: those with enough posts to judge. */
    readonly falseDiscoveryRate: number;
    readonly tested: number;
    /** The largest p of the hashtags listed as pushed or undecided; null where there are none. */
    readonly largestP: number | null;
    /** Number of accounts that are likely coordinated under at least one hashtag listed as pushed. */
    readonly accounts: number;
  };
  /** Every hashtag with enough posts: findings first (see `size`), the rest by p. */
  readonly hashtags: readonly ScannedHashtag[];
  /** Campaigns with most hashtags first. */
  readonly campaigns: readonly Campaign[];
  /**
   * Pairs of hashtags listed as pushed, with the number of likely coordinated accounts that they have in common,
   * largest first. A pair is left out if it is not among the first ten of either hashtag; `linksLeftOut` counts these.
   */
  readonly links: readonly { readonly hashtags: readonly [string, string]; readonly accounts: number }[];
  readonly linksLeftOut: number;
}

/**
 * The scanned sources as they were typed, for the next command that a page suggests. If absent, the first input is
 * used.
 */
export interface ScanSource {
  /** Files and folders, or the store, as written in a command. */
  readonly sources: readonly string[];
  /** Whether files are read now; a store was read when it was loaded. */
  readonly read: boolean;
}
