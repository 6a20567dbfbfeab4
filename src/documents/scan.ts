/** What is known of every hashtag of an archive: the document that `scan --json` prints. */

import type { ResolvedOptions } from './options.js';
import type { AccountResult, GroupResult, Result, UndecidedSide } from './result.js';
import type { UndecidedReason, VerdictCounts } from './verdict.js';

export const SCAN_SCHEMA_VERSION = '1';

/**
 * False discovery rate over hashtags: of those that are listed as pushed or undecided, at most one in twenty is
 * expected to be without a push.
 */
export const SCAN_FALSE_DISCOVERY_RATE = 0.05;

/**
 * What is said of a hashtag. `pushed`: likely coordinated accounts pushed it, more of them than so many hashtags
 * explain. `undecided`: one side pushed, and which cannot be told. `unnamed`: a set of accounts keeps together more
 * than a public does, but nobody meets what a name takes; one hashtag in a hundred is so by chance. `by-chance`:
 * alone it would be called pushed or undecided, but among so many hashtags some look so. `community`: a group acts
 * together, and what it does has an innocent reading (fans, a service's feed, outlets, an appeal). `none`: no
 * coordination found. `insufficient`: too few accounts or posts to judge.
 */
export type HashtagStanding = 'pushed' | 'undecided' | 'unnamed' | 'by-chance' | 'community' | 'none' | 'insufficient';

/** An account that is likely coordinated under a hashtag. */
export type ScannedAccount = Pick<AccountResult, 'id' | 'handle' | 'displayName' | 'url' | 'score' | 'q' | 'posts'>;

/** A group under a hashtag: its accounts are counted, and named nowhere. */
export interface ScannedGroup extends Pick<
  GroupResult,
  'coordinated' | 'kind' | 'alsoExplainedBy' | 'says' | 'from' | 'to'
> {
  readonly accounts: number;
}

/** What `analyze --hashtag` says of a hashtag, in short. */
export interface HashtagFinding {
  /** Without `#`, in its commonest spelling. */
  readonly hashtag: string;
  readonly posts: number;
  readonly accounts: number;
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  readonly verdicts: { readonly accounts: VerdictCounts; readonly posts: VerdictCounts };
  /** Accounts that fit a push and acted along on one occasion only. */
  readonly seenOnce: number;
  /** The chance that a public has a set of accounts as one-sided as the most one-sided here, 0 to 1. */
  readonly p: number;
  readonly undecided: { readonly reason: UndecidedReason; readonly sides: readonly UndecidedSide[] } | null;
  readonly groups: readonly ScannedGroup[];
  /** Who is likely coordinated: highest score first, then by id. */
  readonly named: readonly ScannedAccount[];
}

/** A hashtag in its place among all. */
export interface ScannedHashtag extends HashtagFinding {
  readonly standing: HashtagStanding;
  /**
   * The smallest false discovery rate over hashtags at which it would be called pushed or undecided (Benjamini &
   * Hochberg 1995, of the chance that a public both has such a set and is called so); 1 for all others.
   */
  readonly q: number;
  /**
   * By which it ranks: accounts that are likely coordinated, of an undecided one the accounts of its larger side, of an
   * unnamed one those that are unclear, of a community those of its groups; 0 for others.
   */
  readonly size: number;
  /** % of its posts that those accounts wrote. */
  readonly postsPercent: number;
  /** Place in `campaigns` of the one that it belongs to; null for none. */
  readonly campaign: number | null;
}

/** Hashtags that the same accounts pushed: each has at least three of them in common with another. */
export interface Campaign {
  readonly hashtags: readonly string[];
  /** Accounts that are likely coordinated under at least one of them, and under at least two. */
  readonly accounts: number;
  readonly recurring: readonly (Pick<ScannedAccount, 'id' | 'handle' | 'displayName' | 'url'> & {
    /** Under which of them; as many as there are. */
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
    /** Posts that were read, with a hashtag or without. */
    readonly posts: number;
    /** Hashtags that were decided. */
    readonly hashtags: number;
  };
  readonly summary: {
    readonly standings: Readonly<Record<HashtagStanding, number>>;
    /** The rate that was asked for, and over how many hashtags: those of enough posts to judge. */
    readonly falseDiscoveryRate: number;
    readonly tested: number;
    /** The largest p of what is listed; null where nothing is. */
    readonly largestP: number | null;
    /** Accounts that are likely coordinated under at least one hashtag that is listed as pushed. */
    readonly accounts: number;
  };
  /** Every hashtag with enough posts: what was found first (see `size`), the rest by p. */
  readonly hashtags: readonly ScannedHashtag[];
  /** Those of most hashtags first. */
  readonly campaigns: readonly Campaign[];
  /**
   * Pairs of hashtags that are listed as pushed, with how many likely coordinated accounts they have in common: most
   * first. Of a hashtag with more than ten, those that are among the first ten of neither are left out;
   * `linksLeftOut` counts them.
   */
  readonly links: readonly { readonly hashtags: readonly [string, string]; readonly accounts: number }[];
  readonly linksLeftOut: number;
}

/**
 * What was scanned, as it was typed: for the command that a page tells to go on with. Without it, the first input
 * stands for all.
 */
export interface ScanSource {
  /** Files and folders, or the store: as they stand in a command. */
  readonly sources: readonly string[];
  /** Whether they are read now: a store was when it was loaded. */
  readonly read: boolean;
}
