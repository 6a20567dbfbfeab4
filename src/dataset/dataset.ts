/**
 * A conversation after all posts have been read: plain columns, no objects. All later stages see posts only through
 * this type, so that another engine could fill it.
 */

import type { ItemKind } from '../documents/evidence.js';
import type { CsrRows } from './csr-rows.js';
import type { PostIds } from './post-ids.js';

/** The kinds that connect accounts to groups. Addressing the same account is left out: it is ordinary conversation. */
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
  /** Whether account a has a post that could contain an item of this kind, shared or not. */
  readonly measurable: Uint8Array;
  /** For item i, its index among the keys of the first post with it (see canonical-keys.ts). */
  readonly keyIndex: Uint16Array;
}

export interface Dataset {
  readonly accounts: {
    readonly count: number;
    /** Sorted by UTF-16 code units, so that an account's number does not depend on the order of rows. */
    readonly id: readonly string[];
    readonly handle: readonly string[];
    readonly displayName: readonly string[];
    /** In milliseconds; NaN if unknown. The middle of the interval if it was estimated. */
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
    /** In milliseconds, ascending; equal times are ordered by account, then id. */
    readonly time: Float64Array;
    /**
     * Number of the normalized text, the same for duplicates and near-duplicates. For retweets, a number larger than
     * all others.
     */
    readonly textCluster: Uint32Array;
    /** 32-bit hash of the unchanged text: two different texts have the same with probability 2⁻³². */
    readonly textHash: Uint32Array;
    /** 1 if the text hides something: invisible or look-alike characters. */
    readonly obfuscated: Uint8Array;
    /** 1 for retweets. */
    readonly retweet: Uint8Array;
    /** Number of the retweeted account, from 1 on; 0 if the dump does not give it. */
    readonly retweetedAuthor: Uint32Array;
    /** Position of the post: index of its input, its line, and the offset at which it can be read again. */
    readonly input: Uint32Array;
    readonly line: Uint32Array;
    readonly recordOffset: Float64Array;
  };
  /** 0 for text clusters that are too short to be compared, else 1. */
  readonly comparableCluster: Uint8Array;
  readonly items: Readonly<Record<ItemKind, Items>>;
  /** The column of each object of `items.object`. */
  readonly objectColumns: readonly string[];
  /** For each item of `items.target`, the number of the account that it addresses; −1 if that has no posts here. */
  readonly targetAccounts: Int32Array;
  /** Resolution of the times of posts and creation dates, in milliseconds: 1, 1000, 60 000, 3 600 000 or 86 400 000. */
  readonly timeGranularityMs: number;
  readonly creationGranularityMs: number;
  /**
   * Tags in their most common spelling, with the number of posts in any spelling; most frequent first, then by folded
   * tag.
   */
  readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
  /**
   * For each input, the posts that were dropped because their id occurred before, with the first few lines; and the
   * number of posts that share an id with a different post, of the same input and of another.
   */
  readonly repeated: ReadonlyMap<
    number,
    {
      readonly count: number;
      readonly lines: readonly number[];
      readonly contested?: number;
      readonly countedApart?: number;
    }
  >;
}

/** Accounts and posts without items and texts: everything that is needed after the decision. */
export interface AccountPostColumns extends Omit<
  Dataset,
  'items' | 'objectColumns' | 'targetAccounts' | 'comparableCluster' | 'posts'
> {
  readonly posts: Omit<Dataset['posts'], 'textCluster' | 'textHash' | 'obfuscated' | 'retweetedAuthor'>;
}
