/** The two basic types: accounts and posts. */

export type PostKind = 'original' | 'retweet' | 'quote' | 'reply';

/** Source of an account's creation date; `none`: unknown. */
export type CreationSource = 'dump' | 'snowflake' | 'interpolated' | 'none';

/** A creation time in milliseconds since 1970 UTC. `from` = `to` unless it was estimated. */
export interface CreationDate {
  readonly from: number;
  readonly to: number;
  readonly source: Exclude<CreationSource, 'none'>;
}

/** Something that accounts can share, from a separate column: an image by its hash, a sound, a forwarded post. */
export interface PostObject {
  /** The column's name: the same value in two columns is two objects. */
  readonly name: string;
  readonly value: string;
}

/** An account as described by one row of a dump. */
export interface Account {
  /**
   * The platform's id, else the handle in lower case, else the display name: identifies the account in this dump. Never
   * a damaged number.
   */
  readonly id: string;
  /** Without `@`; empty where the dump has none. */
  readonly handle: string;
  /** Empty where the dump has none. */
  readonly displayName: string;
  readonly created?: CreationDate;
}

export interface Post {
  /** As in the dump; undefined where it is missing or damaged (`1.2E+18`). */
  readonly id: string | undefined;
  readonly account: Account;
  /** Milliseconds since 1970 UTC, at the resolution of the dump. */
  readonly time: number;
  /** Unchanged text from the dump, without the text of another post that a tool joined to it (`quoted_text`). */
  readonly text: string;
  readonly kind: PostKind;
  /** Id of the post that this one retweets, where known. */
  readonly retweetedId?: string;
  /** Handle of the author of the retweeted post, without `@`, where known (from a column, or `RT @handle:`). */
  readonly retweetedHandle?: string;
  /** Id of the post that this one answers, where known. */
  readonly repliedId?: string;
  /** Handle or id of the account that this post answers, where known. */
  readonly repliedTo?: string;
  /** Without `#`, case folded (see `foldHashtag`), each once, in order of appearance. */
  readonly hashtags: readonly string[];
  /** From a column, else from the text; each once. */
  readonly links: readonly string[];
  /** Sorted by name, with values as in the dump; absent where there are none. */
  readonly objects?: readonly PostObject[];
  /** The client application; empty where unknown. */
  readonly client: string;
  /**
   * Index of the input, and the number of the line on which the record begins (1 is the first line of the file), or the
   * number of the record where records have no lines.
   */
  readonly input: number;
  readonly line: number;
}

/**
 * A post given to the library by a program; a `Post` is also valid. Missing fields are derived as for a dump: hashtags,
 * links and `RT @handle:` from the text, and the account from its handle where it has no id.
 */
export interface GivenPost {
  /** A string: a number would lose digits. Posts without an id are identified by account, time and text. */
  readonly id?: string | undefined;
  readonly account: {
    /** Either an id or a handle is required. */
    readonly id?: string | undefined;
    readonly handle?: string | undefined;
    readonly displayName?: string | undefined;
    /** Creation time, in the same forms as `time`. */
    readonly created?: number | string | Date | CreationDate | undefined;
  };
  /**
   * Milliseconds since 1970 UTC, a Date, or text in any form that dumps use. Text without a time zone is read in
   * `assumeTz`.
   */
  readonly time: number | string | Date;
  readonly text: string;
  /** Derived from the fields below and the text if not given. */
  readonly kind?: PostKind | undefined;
  readonly retweetedId?: string | undefined;
  readonly retweetedHandle?: string | undefined;
  readonly repliedId?: string | undefined;
  readonly repliedTo?: string | undefined;
  /** With or without `#`; taken from the text if not given. */
  readonly hashtags?: readonly string[] | undefined;
  readonly links?: readonly string[] | undefined;
  /** Other things that accounts can share, each with a name for its kind: `{name: 'image_hash', value: 'ab12…'}`. */
  readonly objects?: readonly PostObject[] | undefined;
  readonly client?: string | undefined;
}
