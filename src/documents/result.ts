/**
 * The document that `--json` prints. Names and meaning are a contract: `npm run schema` makes `schema.json` from these
 * types and their comments.
 */

import type { Evidence } from './evidence.js';
import type { ResolvedOptions } from './options.js';
import type { CreationSource } from './post.js';
import type { GroupKind, UndecidedReason, Verdict, VerdictCounts, VerdictReason } from './verdict.js';

export const SCHEMA_VERSION = '2';

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

/** What had to be assumed or mended to read an input, and what was left. */
export interface Reading {
  /** In which its text is: utf-8, windows-1251, …. */
  readonly encoding: string;
  /** Places that could not be decoded and show as `�`. */
  readonly encodingRepairs: number;
  /** The zone in which times that carry no time zone were read; null where all carry one. */
  readonly timeZoneAssumed: string | null;
  /** Columns with ids that a spreadsheet or a floating point number has rounded: these ids are never used. */
  readonly damagedIds: readonly string[];
  /**
   * Columns that nothing was read from; in JSON keys, and of objects that nothing in them was read from the objects.
   */
  readonly columnsLeft: readonly string[];
}

/** A platform whose posts or profiles have addresses that can be built from ids and handles. */
export type Platform = 'x' | 'bluesky' | 'mastodon' | 'vk' | 'telegram' | 'weibo';

/** What was read of one input: a file, a stream, or posts. */
export interface Input {
  /** As the user named it. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Name of the recognised format. */
  readonly format: string;
  /** Whose posts it holds, so that posts and profiles have addresses; absent if we cannot tell. */
  readonly platform?: Platform;
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
  /** Told by `inspect` only. */
  readonly reading?: Reading;
  /** What a reader must know about this file's data, in plain sentences (times without an offset, damaged ids, …). */
  readonly notes: readonly string[];
}

/** A file of users. */
export interface ProfileInput {
  /** As named or found. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** How many accounts it tells of. */
  readonly accounts: number;
}

/** An account, and what was found of it: an element of `accounts`, and a line of JSON Lines. */
export interface AccountResult {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  /**
   * Address of its profile; null where the platform is not known, or the dump gives neither a handle nor an id of it,
   * and with pseudonyms.
   */
  readonly url: string | null;
  readonly verdict: Verdict;
  /** What the verdict rests on, where it is not plain from the verdict itself; null where it is. */
  readonly reason: VerdictReason | null;
  /**
   * 0 to 100, for ranking; not a probability. The verdicts have bands: coordinated, seen once, other unclear, flooding,
   * organic, insufficient.
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
  /** Most posts within ten minutes (or within the dump's resolution, where that is coarser). */
  readonly mostInTenMinutes: number;
  /** Id of the group it belongs to, or null. */
  readonly group: string | null;
  readonly evidence: readonly Evidence[];
}

export interface GroupResult extends GroupDetails {
  readonly id: string;
  /** Ids of those who acted along in it: called coordinated, or unclear. */
  readonly accounts: readonly string[];
  /**
   * How many of them are called coordinated; 0 where what the group does has an innocent reading that nothing speaks
   * against.
   */
  readonly coordinated: number;
  /** What it does, by rule. */
  readonly kind: GroupKind;
  /** Who else acts like this: the innocent reading, one plain sentence. */
  readonly alsoExplainedBy: string;
  /** What it does, in a plain phrase. */
  readonly says: string;
}

/** A side of a dump in which it cannot be told who pushed: no names. */
export interface UndecidedSide extends GroupActivity {
  readonly accounts: number;
  /** % of their own posts of which another of them has a copy or a near copy. */
  readonly copiesPercent: number;
  /** One plain sentence: no text from the dump. */
  readonly says: string;
}

/** When some accounts were active, and when they were made. */
export interface GroupActivity {
  /** Posts of its accounts, all of them; when the first and the last were written, ISO 8601 UTC. */
  readonly posts: number;
  readonly from: string;
  readonly to: string;
  /**
   * The hour (or the dump's step of time, where that is coarser) in which most of them were written; the first such.
   */
  readonly busiest: { readonly from: string; readonly to: string; readonly posts: number };
  readonly creation: {
    /** How many of its accounts have a creation date that is known to the day. */
    readonly dated: number;
    /** ISO 8601 UTC; the first and the last of those dates, null where there is none. */
    readonly from: string | null;
    readonly to: string | null;
    /**
     * The days (at most four in a row) on which most of them were made: the first and the last, as dates; null where
     * there is none.
     */
    readonly densest: { readonly from: string; readonly to: string; readonly accounts: number } | null;
  };
}

/** What ties a group, when it was active, what it said, when its accounts were made. */
export interface GroupDetails extends GroupActivity {
  /** How many things of each kind at least two of its accounts share. */
  readonly ties: Readonly<Record<Exclude<SharedItem['kind'], 'object'>, number>>;
  /** The same of objects (`--map object=COLUMN`), column by column, most first; absent where they share none. */
  readonly objects?: readonly SharedObjects[];
  /**
   * Its texts and retweets, those that tie it most first; links, objects and series of hashtags after them. At most a
   * few.
   */
  readonly shared: readonly SharedItem[];
}

/** How many objects of one column at least two accounts share. */
export interface SharedObjects {
  /** The column's name. From the dump: escape it. */
  readonly name: string;
  readonly items: number;
}

/** One thing that several accounts of a group share. */
export interface SharedItem {
  readonly kind: 'retweet' | 'text' | 'link' | 'object' | 'tags';
  /** The column of an object; absent where it is none. From the dump: escape it. */
  readonly column?: string;
  /**
   * The words of the first post of an account of the group that bears it, or the link, object or hashtags, as the dump
   * has it: escape it wherever it is shown. Texts may be nearly the same only.
   */
  readonly example: string;
  /** That account, and that post. */
  readonly account: string;
  readonly post: string;
  /**
   * How many accounts of the group bear it, in how many posts of theirs, and how many accounts outside the group do.
   */
  readonly accounts: number;
  readonly posts: number;
  readonly others: number;
  /** ISO 8601 UTC: the group's first and last post that bears it. */
  readonly from: string;
  readonly to: string;
}

/** Who pushed, and when the public came. Each finding has a plain sentence with its uncertainty. */
export interface Trend {
  readonly push: {
    /**
     * Posts among the first 10, 100, 1000, … by their account's verdict, each with all at the same moment as the last
     * of them (`posts` says how many that is), and how many accounts wrote the coordinated ones.
     */
    readonly firstPosts: readonly (VerdictCounts & { readonly posts: number; readonly coordinatedAccounts: number })[];
    /** Length of an hour of `hours`: 3600, or 86400 where the dump tells days only. */
    readonly hourSeconds: number;
    /** Each clock hour that has posts. */
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
     * The first of `hours` from which on coordinated posts never outnumber organic ones again; null where they do to
     * the end.
     */
    readonly lastingFrom: string | null;
    /** The same with the posts of unclear accounts counted as coordinated: how much rests on them. */
    readonly withUnclear: { readonly firstAt: string | null; readonly lastingFrom: string | null };
    readonly says: string;
  };
  readonly lead: {
    /**
     * Which side's volume comes first, where either does; `not tested` where the dump is too short or has too few posts
     * for it.
     */
    readonly outcome: 'coordinated' | 'organic' | 'both' | 'neither' | 'not tested';
    /** Width and number of the bins whose counts were compared. */
    readonly binSeconds: number;
    readonly bins: number;
    /** Null where it was not tested. */
    readonly coordinatedFirst: LeadTest | null;
    readonly organicFirst: LeadTest | null;
    readonly says: string;
  };
}

/** Whether one side's volume foretells the other's. */
export interface LeadTest {
  /** The lag at which it does so most. */
  readonly lagSeconds: number;
  /** Correlation at that lag of what neither series' own rhythm and past explain, −1 to 1. */
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

/** Who made the traffic: the coefficient of traffic manipulation and its parts, concentration, the age of accounts. */
export interface TrafficDetails {
  /** The coefficient of the first 10,000 and 50,000 posts, where there are more. */
  readonly firstPosts: readonly (Coefficient & { readonly posts: number })[];
  /** What the coefficient's author found, to compare with. */
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
  /** Why the coefficient of this dump cannot be compared with these, in plain sentences; empty where it can. */
  readonly notComparable: readonly string[];
  /** Of posts per account: 0 where all wrote as much, towards 1 where few wrote everything. */
  readonly gini: number;
  /** % of posts by the most active 1% of accounts (rounded up). */
  readonly top1Percent: number;
  /**
   * % of posts whose account was younger than so many days when it wrote them, among the posts whose account's creation
   * date is known; null where there are none.
   */
  readonly young: Readonly<Record<'all' | 'coordinated' | 'organic', YoungAccounts>>;
  /** What limits these figures, in plain sentences. */
  readonly cautions: readonly string[];
}

/** Percent of posts whose account was younger than so many days when it wrote them. */
export interface YoungAccounts {
  /** Posts whose account's creation date is known. */
  readonly datedPosts: number;
  readonly under7DaysPercent: number | null;
  readonly under30DaysPercent: number | null;
  readonly under90DaysPercent: number | null;
}

/** What `analyze --json` prints, and what `analyze` of the library gives. */
export interface Result {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly Input[];
  /** Files of users that were joined to the posts, as named or as found beside them. */
  readonly profiles?: readonly ProfileInput[];
  readonly options: ResolvedOptions;
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
    /** How many of the `unclear` fit a group and acted along on one occasion only. */
    readonly seenOnce: number;
    /**
     * The chance that a public by itself has a set of accounts that keeps together as one-sidedly as the one found
     * here, 0 to 1. Names are printed at 0.01 and below.
     */
    readonly p: number;
    /** Where it cannot be told which side pushed: why, and both sides. Nobody is called coordinated then. */
    readonly undecided: { readonly reason: UndecidedReason; readonly sides: readonly UndecidedSide[] } | null;
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
  readonly trend: Trend;
  readonly traffic: Coefficient & TrafficDetails;
}
