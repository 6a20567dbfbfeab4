/** The document that `inspect --json` prints. Names and meaning are a contract: add, never change. */

import type { Family } from './evidence.js';
import type { ResolvedOptions } from './options.js';
import type { CreationSource, PostKind } from './post.js';
import type { Input, ProfileInput, Reading } from './result.js';

export const INSPECTION_SCHEMA_VERSION = '1';

/** Fields of a post. `retweetedId` is counted for retweets only, `replyTarget` for replies only. */
export type PostField =
  | 'id'
  | 'accountId'
  | 'handle'
  | 'name'
  | 'created'
  | 'text'
  | 'hashtags'
  | 'links'
  | 'client'
  | 'retweetedId'
  | 'replyTarget';

export const POST_FIELDS: readonly PostField[] = [
  'id',
  'accountId',
  'handle',
  'name',
  'created',
  'text',
  'hashtags',
  'links',
  'client',
  'retweetedId',
  'replyTarget',
];

/** Number of posts with a field, and number of posts that could have it. */
export interface FieldShare {
  readonly posts: number;
  readonly of: number;
}

/** Why account ids of an input do not give creation dates; `null`: they do. */
export type IdDates = 'no-numbers' | 'rounded' | 'made-up' | 'another-network' | 'impossible' | null;

/** The fields that the posts of one input, or of all inputs, have. */
export interface FieldCoverage {
  readonly accounts: number;
  /** ISO 8601 UTC times of the first and the last post; null where there are no posts. */
  readonly from: string | null;
  readonly to: string | null;
  /** Resolution of the times in seconds: 0.001, 1, 60, 3600 or 86400. */
  readonly resolutionSeconds: number;
  readonly fields: Readonly<Record<PostField, FieldShare>>;
  /** Number of posts with an object, by column, sorted by name; absent where no post has one. */
  readonly objects?: readonly (FieldShare & { readonly name: string })[];
  readonly kinds: Readonly<Record<PostKind, number>>;
  /**
   * Posts that a store keeps without their texts; absent where there are none. They are not counted in text, links,
   * client, retweetedId, replyTarget, cut texts, shortened links, nor in kinds unless they are retweets: these are
   * unknown.
   */
  readonly withoutTexts?: number;
  /** Texts that end with `…` (possibly before a link), or are 140 characters long. */
  readonly cutTexts: number;
  /** Posts with links of which all are shortened (t.co, bit.ly, …). */
  readonly shortenedLinks: number;
}

export interface InputInspection extends Omit<Input, 'reading'>, Reading, FieldCoverage {
  /** The columns or keys by which its format was recognised; empty where columns were found by their usual names. */
  readonly recognisedBy: readonly string[];
  readonly datesFromIds: IdDates;
}

/** Number of accounts for which one signal can be measured, and the reason for the others. */
export interface SignalCoverage {
  readonly signal: string;
  readonly family: Family;
  /** Accounts for which it can be measured. */
  readonly accounts: number;
  /** Why it cannot be measured for the others, in plain words; null where there are no others. */
  readonly lacking: string | null;
}

/** What this dump cannot show. `says` is a plain sentence that may quote the dump: escape it wherever it is shown. */
export interface Limitation {
  readonly limit: string;
  readonly says: string;
}

/** The options that change how a dump is read. */
export interface InspectionOptions extends Pick<
  ResolvedOptions,
  'users' | 'map' | 'assumeTz' | 'dateOrder' | 'noHeader' | 'sheet' | 'records' | 'maxBadRows' | 'encoding'
> {
  /** Maximum number of bytes from a packed file; null: limited only in proportion to its size. */
  readonly maxBytes: number | null;
}

/** What `inspect --json` prints. */
export interface Inspection {
  readonly schemaVersion: typeof INSPECTION_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly InputInspection[];
  /** Files of users that were joined with the posts, as named or as found in the same folder. */
  readonly profiles: readonly ProfileInput[];
  readonly options: InspectionOptions;
  /**
   * All inputs as one conversation, with posts that are in several inputs counted once; the fields of posts are counted
   * before duplicates are removed.
   */
  readonly dump: FieldCoverage & {
    readonly posts: number;
    /** Most frequent first; at most 20. */
    readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
    readonly creationDates: Readonly<Record<CreationSource, number>>;
    /** Resolution of the creation dates in the dump, in seconds; null where it has none. */
    readonly creationResolutionSeconds: number | null;
  };
  readonly signals: readonly SignalCoverage[];
  /** Accounts for which at least two families of signals can be measured: the others do not get a verdict. */
  readonly judgeable: number;
  readonly limits: readonly Limitation[];
}
