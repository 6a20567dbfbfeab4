/** The two nouns that everything else speaks of. */

export type PostKind = 'original' | 'retweet' | 'quote' | 'reply';

/** Where an account's creation date was found; `none`: nowhere. */
export type CreationSource = 'dump' | 'snowflake' | 'interpolated' | 'none';

/** A creation time in milliseconds since 1970 UTC. `from` = `to` unless it was estimated. */
export interface CreationDate {
  readonly from: number;
  readonly to: number;
  readonly source: Exclude<CreationSource, 'none'>;
}

/** Something that accounts can share, in a column of its own: an image by its hash, a sound, a forwarded post. */
export interface PostObject {
  /** The column's name: the same value in two columns is two objects. */
  readonly name: string;
  readonly value: string;
}

/** An account as one row of a dump states it. */
export interface Account {
  /**
   * The platform's id, else the handle in lower case, else the display name: what tells accounts apart in this dump.
   * Never a damaged number.
   */
  readonly id: string;
  /** Without `@`; empty where the dump has none. */
  readonly handle: string;
  /** Empty where the dump has none. */
  readonly displayName: string;
  readonly created?: CreationDate;
}

export interface Post {
  /** As the dump states it; undefined where it states none or a damaged one (`1.2E+18`). */
  readonly id: string | undefined;
  readonly account: Account;
  /** Milliseconds since 1970 UTC, as fine as the dump tells. */
  readonly time: number;
  /** As the dump has it, never cleaned. */
  readonly text: string;
  readonly kind: PostKind;
  /** Id of the post that this one retweets, where the dump names it. */
  readonly retweetedId?: string;
  /** Handle of the author of the retweeted post, without `@`, where named (a column, or `RT @handle:`). */
  readonly retweetedHandle?: string;
  /** Id of the post that this one answers, where named. */
  readonly repliedId?: string;
  /** Handle or id of the account that this post answers, where named. */
  readonly repliedTo?: string;
  /** Without `#`, case folded (see `foldHashtag`), each once, in order of appearance. */
  readonly hashtags: readonly string[];
  /** As found in a column, else in the text; each once. */
  readonly links: readonly string[];
  /** By name, as the dump has their values; absent where there are none. */
  readonly objects?: readonly PostObject[];
  /** The application that it was posted with; empty where unknown. */
  readonly client: string;
  /**
   * Index of the input it came from, and the number of the line on which its record begins (1 is the file's first
   * line), or of the record where it has no line of its own.
   */
  readonly input: number;
  readonly line: number;
}

/**
 * A post as a program gives it to the library; a `Post` is one. What is left out is found as in a dump: hashtags,
 * links and `RT @handle:` in the text, an account by its handle where it has no id.
 */
export interface GivenPost {
  /** A text: a number would lose digits. Without one, posts are told apart by account, time and text. */
  readonly id?: string | undefined;
  readonly account: {
    /** Either this or a handle is needed. */
    readonly id?: string | undefined;
    readonly handle?: string | undefined;
    readonly displayName?: string | undefined;
    /** When it was made, as `time`. */
    readonly created?: number | string | Date | CreationDate | undefined;
  };
  /**
   * Milliseconds since 1970 UTC, a Date, or a text as dumps have it; one that carries no time zone is read as
   * `assumeTz` says.
   */
  readonly time: number | string | Date;
  readonly text: string;
  /** Found by what follows, and in the text, where it is not given. */
  readonly kind?: PostKind | undefined;
  readonly retweetedId?: string | undefined;
  readonly retweetedHandle?: string | undefined;
  readonly repliedId?: string | undefined;
  readonly repliedTo?: string | undefined;
  /** With or without `#`; those of the text where none are given. */
  readonly hashtags?: readonly string[] | undefined;
  readonly links?: readonly string[] | undefined;
  /**
   * What accounts can share beside texts and links, each with a name for its kind:
   * `{name: 'image_hash', value: 'ab12…'}`.
   */
  readonly objects?: readonly PostObject[] | undefined;
  readonly client?: string | undefined;
}
