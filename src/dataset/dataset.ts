/**
 * What is known of a conversation once every post has been seen: plain columns, no objects. Everything after this
 * folder sees posts only through this type, so that another engine may fill it one day.
 */

import type { ItemKind } from '../documents/evidence.js';
import type { CsrRows } from './csr-rows.js';
import type { PostIds } from './post-ids.js';

/** The kinds that tie accounts into groups: to address the same account is ordinary conversation. */
export const EDGE_KINDS = ['retweet', 'text', 'link', 'object', 'tags'] as const;

/** Items of one kind that at least two accounts share. A post has each item at most once. */
export interface Items {
  readonly count: number;
  /** Row i: the posts with item i, in order of posts. */
  readonly postsOf: CsrRows;
  /** Row a: the items that account a shares, ascending, each once. */
  readonly itemsOf: CsrRows;
  /** Row i: the accounts that share item i, ascending, each once. */
  readonly accountsOf: CsrRows;
  /** Whether account a has a post that could have borne an item of this kind, shared or not. */
  readonly measurable: Uint8Array;
  /** For item i its index among the keys of the first post with it (see canonical-keys.ts). */
  readonly keyIndex: Uint16Array;
}

export interface Dataset {
  readonly accounts: {
    readonly count: number;
    /** Sorted by UTF-16 code units, so that an account's number does not depend on the order of rows. */
    readonly id: readonly string[];
    readonly handle: readonly string[];
    readonly displayName: readonly string[];
    /** Milliseconds; NaN where unknown. The middle of the interval where it was estimated. */
    readonly created: Float64Array;
    readonly createdFrom: Float64Array;
    readonly createdTo: Float64Array;
    readonly createdSource: readonly ('dump' | 'snowflake' | 'interpolated' | 'none')[];
    /** Posts of account a, in the order of posts. */
    readonly postsOf: CsrRows;
  };
  readonly posts: {
    readonly count: number;
    /** See `idAt`. */
    readonly id: PostIds;
    readonly account: Uint32Array;
    /** Milliseconds, ascending; equal times are ordered by account, then id. */
    readonly time: Float64Array;
    /**
     * Number of the text when everything that copies are altered by is taken off; the same for copies and near copies.
     * Beyond all wordings for retweets.
     */
    readonly textCluster: Uint32Array;
    /** 32-bit hash of the unchanged text: two different texts have the same with probability 2⁻³². */
    readonly textHash: Uint32Array;
    /** 1 where the text hides something: invisible or look-alike characters. */
    readonly obfuscated: Uint8Array;
    /** 1 for retweets. */
    readonly retweet: Uint8Array;
    /** Number of the account that a retweet is of, from 1 on; 0 where the dump does not name it. */
    readonly retweetedAuthor: Uint32Array;
    /** Where the post is: index of its input, line, and where it can be read again. */
    readonly input: Uint32Array;
    readonly line: Uint32Array;
    readonly recordOffset: Float64Array;
  };
  /** Wordings too short to say anything are 0 here. */
  readonly comparableCluster: Uint8Array;
  readonly items: Readonly<Record<ItemKind, Items>>;
  /** The column of each object of `items.object`. */
  readonly objectColumns: readonly string[];
  /** Resolution of the times of posts and creation dates, in milliseconds: 1, 1000, 60 000, 3 600 000 or 86 400 000. */
  readonly timeGranularityMs: number;
  readonly creationGranularityMs: number;
  /**
   * Tags in their most common spelling, and the number of posts with them in any spelling; most frequent first, then by
   * folded tag.
   */
  readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
  /**
   * For each input the posts that were dropped as a repetition of an id, with the first few lines; and those whose id
   * others have that cannot be the same.
   */
  readonly repeated: ReadonlyMap<
    number,
    { readonly count: number; readonly lines: readonly number[]; readonly contested?: number }
  >;
}

/** Accounts and posts without items and texts: all that is needed after the decision. */
export interface AccountPostColumns extends Omit<Dataset, 'items' | 'objectColumns' | 'comparableCluster' | 'posts'> {
  readonly posts: Omit<Dataset['posts'], 'textCluster' | 'textHash' | 'obfuscated' | 'retweetedAuthor'>;
}
