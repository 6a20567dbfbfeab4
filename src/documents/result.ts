/**
 * The document that `--json` prints. Names and meaning are a contract: `npm run schema` generates `schema.json` from
 * these types and their comments.
 */

import type { Evidence } from './evidence.js';
import type { ResolvedOptions } from './options.js';
import type { CreationSource } from './post.js';
import type { GroupKind, UndecidedReason, Verdict, VerdictCounts, VerdictReason } from './verdict.js';

export const SCHEMA_VERSION = '2';

/** Why a row was skipped. The text for each reason is in `report/`. */
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

/** Assumptions and repairs that were needed to read an input, and columns that were not used. */
export interface Reading {
  /** Encoding of the text: utf-8, windows-1251, …. */
  readonly encoding: string;
  /** Number of places that could not be decoded and are shown as `�`. */
  readonly encodingRepairs: number;
  /** The time zone assumed for times without one; null where all have one. */
  readonly timeZoneAssumed: string | null;
  /** Columns with ids that were rounded by a spreadsheet or a floating point number: these ids are not used. */
  readonly damagedIds: readonly string[];
  /** Columns that were not used. In JSON: keys, and objects of which no key was used. */
  readonly columnsLeft: readonly string[];
}

/** A platform whose posts or profiles have addresses that can be built from ids and handles. */
export type Platform = 'x' | 'bluesky' | 'mastodon' | 'vk' | 'telegram' | 'weibo';

/** What was read from one input: a file, a stream, or posts. */
export interface Input {
  /** As named by the user. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Name of the recognised format. */
  readonly format: string;
  /** Platform of its posts, needed for the addresses of posts and profiles; absent where unknown. */
  readonly platform?: Platform;
  /** Data rows, without header and blank lines. `rows` = `posts` + everything in `skipped`. */
  readonly rows: number;
  readonly posts: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
  /** The first few line numbers for each reason, or numbers of records if `numbered` is set. */
  readonly skippedAt: Partial<Record<SkipReason, readonly number[]>>;
  /** Set where the records of a file have no separate lines (a JSON array): they are numbered instead. */
  readonly numbered?: 'records';
  /** The column of each field; in JSON, the path. */
  readonly columns: Readonly<Record<string, string>>;
  /** Only in the output of `inspect`. */
  readonly reading?: Reading;
  /** Important notes on this file's data, in plain sentences (times without a time zone, damaged ids, …). */
  readonly notes: readonly string[];
}

/** A file of users. */
export interface ProfileInput {
  /** As named by the user, or as found. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Number of accounts in it. */
  readonly accounts: number;
}

/** An account and its verdict with evidence: an element of `accounts`, and a line of JSON Lines. */
export interface AccountResult {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  /**
   * Address of its profile; null where the platform is unknown, where the dump has neither a handle nor an id of the
   * platform, and with pseudonyms.
   */
  readonly url: string | null;
  readonly verdict: Verdict;
  /** The reason for the verdict, where the verdict does not already imply it; else null. */
  readonly reason: VerdictReason | null;
  /**
   * 0 to 100, for ranking; not a probability. Each verdict has a range of scores, from highest to lowest: coordinated,
   * seen once, other unclear, flooding, organic, insufficient.
   */
  readonly score: number;
  /**
   * The smallest false discovery rate at which this account would be called coordinated; 1 where nothing could be
   * tested.
   */
  readonly q: number;
  /** ISO 8601 UTC, or null. */
  readonly createdAt: string | null;
  readonly createdAtFrom: string | null;
  readonly createdAtTo: string | null;
  readonly createdAtSource: CreationSource;
  readonly posts: number;
  /** Largest number of posts within ten minutes (or within the dump's resolution, if that is coarser). */
  readonly mostInTenMinutes: number;
  /** Id of the group it belongs to, or null. */
  readonly group: string | null;
  readonly evidence: readonly Evidence[];
}

export interface GroupResult extends GroupDetails {
  readonly id: string;
  /** Ids of the accounts that took part in it: called coordinated, or unclear. */
  readonly accounts: readonly string[];
  /**
   * Number of them that are called coordinated; 0 where the group's behaviour has an innocent explanation and there is
   * no evidence against it.
   */
  readonly coordinated: number;
  /** Type of behaviour, determined by rules. */
  readonly kind: GroupKind;
  /** The innocent explanation: who else acts like this, in one plain sentence. */
  readonly alsoExplainedBy: string;
  /** Its behaviour, in a plain phrase. */
  readonly says: string;
}

/** One side of a dump in which it is undecided which side pushed; without names. */
export interface UndecidedSide extends GroupActivity {
  readonly accounts: number;
  /** % of their own posts of which another of these accounts has a copy or near-copy. */
  readonly copiesPercent: number;
  /** One plain sentence, without text from the dump. */
  readonly says: string;
}

/** When some accounts were active, and when they were created. */
export interface GroupActivity {
  /** Number of all posts of its accounts, and the times of the first and the last one, ISO 8601 UTC. */
  readonly posts: number;
  readonly from: string;
  readonly to: string;
  /** The hour (or the dump's resolution, if that is coarser) with most of these posts; the first one if several. */
  readonly busiest: { readonly from: string; readonly to: string; readonly posts: number };
  readonly creation: {
    /** Number of its accounts with a creation date that is known to the day. */
    readonly dated: number;
    /** ISO 8601 UTC: the first and the last of those dates; null where there are none. */
    readonly from: string | null;
    readonly to: string | null;
    /**
     * The period of at most four days in which most of them were created: its first and last date; null where there are
     * no dates.
     */
    readonly densest: { readonly from: string; readonly to: string; readonly accounts: number } | null;
  };
}

/** What connects a group, when it was active, what it posted, and when its accounts were created. */
export interface GroupDetails extends GroupActivity {
  /** Number of items of each kind that at least two of its accounts share. */
  readonly ties: Readonly<Record<Exclude<SharedItem['kind'], 'object'>, number>>;
  /** The same for objects (`--map object=COLUMN`), by column, largest number first; absent where there are none. */
  readonly objects?: readonly SharedObjects[];
  /** Some of its texts and retweets, those that connect it most first; then links, objects and series of hashtags. */
  readonly shared: readonly SharedItem[];
}

/** Number of objects of one column that at least two accounts share. */
export interface SharedObjects {
  /** The column's name. From the dump: escape it. */
  readonly name: string;
  readonly items: number;
}

/** One item that several accounts of a group share. */
export interface SharedItem {
  readonly kind: 'retweet' | 'text' | 'link' | 'object' | 'tags';
  /** The column of an object; absent for other items. From the dump: escape it. */
  readonly column?: string;
  /**
   * The text of the group's first post with the item, or the link, object or hashtags, as in the dump: escape it
   * wherever it is shown. Texts may be only nearly the same.
   */
  readonly example: string;
  /** Account and id of that post. */
  readonly account: string;
  readonly post: string;
  /**
   * Number of accounts of the group with the item, number of their posts with it, and number of other accounts with it.
   */
  readonly accounts: number;
  readonly posts: number;
  readonly others: number;
  /** ISO 8601 UTC: the group's first and last post with the item. */
  readonly from: string;
  readonly to: string;
}

/**
 * Who pushed, when ordinary accounts took over, and who moved first. Each finding has a plain sentence with its
 * uncertainty.
 */
export interface Trend {
  readonly push: {
    /**
     * The first 10, 100, 1000, … posts by their account's verdict, including all posts at the same time as the last one
     * (`posts` is their number), and the number of accounts that wrote the coordinated ones.
     */
    readonly firstPosts: readonly (VerdictCounts & { readonly posts: number; readonly coordinatedAccounts: number })[];
    /** Length of the intervals in `hours`, in seconds: 3600, or 86400 where the dump has only days. */
    readonly hourSeconds: number;
    /** Each clock hour with posts. */
    readonly hours: readonly (VerdictCounts & { readonly from: string })[];
    readonly says: string;
  };
  readonly pickUp: {
    /**
     * The first of `hours` in which organic posts outnumber coordinated ones by more than chance (sign test, 5%); null
     * where there is none.
     */
    readonly firstAt: string | null;
    /**
     * The first of `hours` from which coordinated posts never outnumber organic ones again; null where they do until
     * the end.
     */
    readonly lastingFrom: string | null;
    /** The same with posts of unclear accounts counted as coordinated, to show how much depends on them. */
    readonly withUnclear: { readonly firstAt: string | null; readonly lastingFrom: string | null };
    readonly says: string;
  };
  readonly lead: {
    /** Which side moved first; `not tested` where the dump is too short or has too few posts. */
    readonly outcome: 'coordinated' | 'organic' | 'both' | 'neither' | 'not tested';
    /** Width and number of the time bins that were compared. */
    readonly binSeconds: number;
    readonly bins: number;
    /** Null where it was not tested. */
    readonly coordinatedFirst: LeadTest | null;
    readonly organicFirst: LeadTest | null;
    readonly says: string;
  };
}

/** Whether one side's volume predicts the other's. */
export interface LeadTest {
  /** The lag with the strongest prediction. */
  readonly lagSeconds: number;
  /** Correlation at that lag, after each series' rhythm and own past are removed, −1 to 1. */
  readonly correlation: number;
  readonly p: number;
}

/** Coefficient of traffic manipulation and its parts (Nimmo 2019): R/10 + F + U. */
export interface Coefficient {
  readonly ctm: number;
  readonly retweetsPercent: number;
  readonly top50Percent: number;
  readonly postsPerAccount: number;
}

/**
 * Who made the traffic: the coefficient of traffic manipulation and its parts, concentration, and the age of accounts.
 */
export interface TrafficDetails {
  /** The coefficient of the first 10,000 and 50,000 posts, where the dump has more. */
  readonly firstPosts: readonly (Coefficient & { readonly posts: number })[];
  /** Published values for comparison. */
  readonly published: {
    readonly source: string;
    readonly ordinaryAtMost: number;
    readonly gamedFrom: number;
    readonly ordinaryPostsPerAccountBelow: number;
    readonly cases: readonly {
      readonly name: string;
      readonly ctm: number;
      readonly posts: number;
      readonly accounts: number;
    }[];
  };
  /**
   * Why the coefficient of this dump cannot be compared with published ones, in plain sentences; empty where it can.
   */
  readonly notComparable: readonly string[];
  /**
   * Gini coefficient of posts per account: 0 if all accounts posted equally much, near 1 if a few posted everything.
   */
  readonly gini: number;
  /** % of posts by the most active 1% of accounts (rounded up). */
  readonly top1Percent: number;
  /** Age of accounts at the time of their posts, for all posts and for both sides. */
  readonly young: Readonly<Record<'all' | 'coordinated' | 'organic', YoungAccounts>>;
  /** What limits these figures, in plain sentences. */
  readonly cautions: readonly string[];
}

/**
 * % of posts by accounts that were younger than this number of days at that time, among posts of accounts with a known
 * creation date; null where there are none.
 */
export interface YoungAccounts {
  /** Number of posts of accounts with a known creation date. */
  readonly datedPosts: number;
  readonly under7DaysPercent: number | null;
  readonly under30DaysPercent: number | null;
  readonly under90DaysPercent: number | null;
}

/** What `analyze --json` prints, and what `analyze` of the library returns. */
export interface Result {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly Input[];
  /** Files of users that were joined with the posts, as named or as found in the same folder. */
  readonly profiles?: readonly ProfileInput[];
  readonly options: ResolvedOptions;
  readonly dump: {
    readonly posts: number;
    readonly accounts: number;
    /** ISO 8601 UTC times of the first and the last post. */
    readonly from: string;
    readonly to: string;
    /** Resolution of the times in the dump, in seconds: 0.001, 1, 60, 3600 or 86400. */
    readonly resolutionSeconds: number;
    /** Most frequent first; at most 20. */
    readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
    readonly creationDates: Readonly<Record<CreationSource, number>>;
  };
  readonly summary: {
    readonly accounts: VerdictCounts;
    readonly posts: VerdictCounts;
    /** Number of `unclear` accounts that fit a group but took part on one occasion only. */
    readonly seenOnce: number;
    /**
     * The probability that ordinary accounts contain a set that acts together as one-sidedly as the one found here, 0
     * to 1. Names are printed at 0.01 and below.
     */
    readonly p: number;
    /**
     * Set where it is undecided which side pushed: the reason, and both sides. No account is called coordinated then.
     */
    readonly undecided: { readonly reason: UndecidedReason; readonly sides: readonly UndecidedSide[] } | null;
    /** Number of accounts expected among the `coordinated` if all accounts had acted alone. */
    readonly expectedFalse: number;
    /** Limitations of this result, in plain sentences (no background left, a family that could not be measured, …). */
    readonly cautions: readonly string[];
  };
  /** Highest score first, then by id. */
  readonly accounts: readonly AccountResult[];
  readonly groups: readonly GroupResult[];
  /** Posts per bin, by their account's verdict. */
  readonly timeline: readonly (VerdictCounts & { readonly from: string })[];
  readonly trend: Trend;
  readonly traffic: Coefficient & TrafficDetails;
}
