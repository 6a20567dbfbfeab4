/** The document that `inspect --json` prints. Names and meaning are a contract: add, never change. */

import type { Family } from './evidence.js';
import type { ResolvedOptions } from './options.js';
import type { CreationSource, PostKind } from './post.js';
import type { Input, ProfileInput, Reading } from './result.js';

export const INSPECTION_SCHEMA_VERSION = '1';

/** What a post may hold. `retweetedId` is asked of retweets only, `replyTarget` of replies only. */
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

/** How many posts have a field, of how many that could. */
export interface FieldShare {
  readonly posts: number;
  readonly of: number;
}

/** Why account ids of an input tell no creation dates; `null`: they do. */
export type IdDates = 'no-numbers' | 'rounded' | 'made-up' | 'another-network' | 'impossible' | null;

/** What the posts of one input, or of all, hold. */
export interface FieldCoverage {
  readonly accounts: number;
  /** ISO 8601 UTC times of the first and the last post; null where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The finest step in which times are told, in seconds: 0.001, 1, 60, 3600 or 86400. */
  readonly resolutionSeconds: number;
  readonly fields: Readonly<Record<PostField, FieldShare>>;
  /** How many posts have an object, column by column, by name; absent where no post has one. */
  readonly objects?: readonly (FieldShare & { readonly name: string })[];
  readonly kinds: Readonly<Record<PostKind, number>>;
  /**
   * Posts that a store keeps without their texts; absent where there are none. Of text, links, client, retweetedId,
   * replyTarget, cut texts and shortened links nothing is known of them, nor of kinds but for which are retweets: they
   * are not counted there.
   */
  readonly withoutTexts?: number;
  /** Texts that end in `…`, before a link or not, or are 140 characters long. */
  readonly cutTexts: number;
  /** Posts all of whose links are shortened (t.co, bit.ly, …), of those with links. */
  readonly shortenedLinks: number;
}

export interface InputInspection extends Omit<Input, 'reading'>, Reading, FieldCoverage {
  /**
   * The columns, or keys, by which its format is known; empty where columns were found by the names that people usually
   * give them.
   */
  readonly recognisedBy: readonly string[];
  readonly datesFromIds: IdDates;
}

/** Of how many accounts one signal can say something, and why not of the others. */
export interface SignalCoverage {
  readonly signal: string;
  readonly family: Family;
  /** Accounts on which it can say something. */
  readonly accounts: number;
  /** Why it can say nothing of the others, in plain words; null where there are no others. */
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
  /** Bytes that may come out of a packed file; null: as many as its size allows. */
  readonly maxBytes: number | null;
}

/** What `inspect --json` prints. */
export interface Inspection {
  readonly schemaVersion: typeof INSPECTION_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly InputInspection[];
  /** Files of users that were joined to the posts, as named or as found beside them. */
  readonly profiles: readonly ProfileInput[];
  readonly options: InspectionOptions;
  /**
   * All inputs as one conversation, posts that are in several of them counted once; what posts hold is counted before
   * that.
   */
  readonly dump: FieldCoverage & {
    readonly posts: number;
    /** Most frequent first; at most 20. */
    readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
    readonly creationDates: Readonly<Record<CreationSource, number>>;
    /** The finest step in which the dump states creation dates, in seconds; null where it states none. */
    readonly creationResolutionSeconds: number | null;
  };
  readonly signals: readonly SignalCoverage[];
  /** Accounts on which at least two families of signals can say something: the others get no verdict. */
  readonly judgeable: number;
  readonly limits: readonly Limitation[];
}
