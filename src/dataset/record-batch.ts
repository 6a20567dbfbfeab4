/**
 * Posts as they are kept between reading and measuring: columns of numbers and fingerprints, no texts. A block can be
 * handed from one thread to another as it is.
 */

/** What the posts of a block say of their accounts: one element an account, or one a profile (see `BatchOptions`). */
export interface AccountColumns {
  readonly id: readonly string[];
  /** The newest that is not empty, and the time of the newest post that bore it. */
  readonly handle: readonly string[];
  readonly handleAt: Float64Array;
  readonly displayName: readonly string[];
  readonly displayNameAt: Float64Array;
  /** Milliseconds; NaN where no post states it. */
  readonly createdFrom: Float64Array;
  readonly createdTo: Float64Array;
  /** Place in `CREATED_SOURCES`. */
  readonly createdSource: Uint8Array;
}

export const CREATED_SOURCES = ['dump', 'snowflake', 'interpolated'] as const;

/**
 * The keys of posts, several a post (65,535 at most: no post has room for more): post p has `counts[p]` of them, one
 * after another.
 */
export interface ListColumn {
  readonly counts: Uint16Array;
  readonly values: Uint32Array;
}

/** A keyed hash is stored as `HASH_WORDS` consecutive words; a first word of 0 means no hash. */
export interface RecordBatch {
  /** Index of the input that all its posts come from. */
  readonly input: number;
  readonly count: number;
  readonly accounts: AccountColumns;
  /** Place in `accounts`. */
  readonly account: Uint32Array;
  /** Milliseconds UTC. */
  readonly time: Float64Array;
  /** Ids as two halves (see `PostIds`). */
  readonly id: Uint32Array;
  readonly otherIds: readonly string[];
  readonly line: Uint32Array;
  /** Where the post can be read again. */
  readonly at: Float64Array;
  readonly flags: Uint8Array;
  /**
   * 32 bits of a hash without a key of the text as it stands, and of all else that an item may come from: they order
   * posts of one account at one time.
   */
  readonly textHash: Uint32Array;
  readonly restHash: Uint32Array;
  /** Place in `wordings`; `NO_TEXT_CLUSTER` for retweets, whose words are another's. */
  readonly wording: Uint32Array;
  readonly wordings: DistinctTexts;
  /** Hash of the key of the retweeted post. */
  readonly retweet: Uint32Array;
  /** Hash of the case-folded handle of the retweeted account. */
  readonly retweetedAuthor: Uint32Array;
  /** Keyed hashes. */
  readonly links: ListColumn;
  readonly targets: ListColumn;
  readonly objects: ListColumn;
  /** The column of each object, as its place in `objectColumns`: one value a key. */
  readonly objectColumn: Uint32Array;
  readonly objectColumns: readonly string[];
  /** Places in `tagNames`: one value a key. */
  readonly tags: ListColumn;
  /** As they are spelled (see `SpellingReader`): several may be the same tag. */
  readonly tagNames: readonly string[];
}

/** Different texts, as far as their words go. */
export interface DistinctTexts {
  /** Hash of the words. */
  readonly hash: Uint32Array;
  /**
   * Pairs of neighbouring words, hashed, ascending, each once: wording w has those from `start[w]` to `start[w + 1]`;
   * none for short texts.
   */
  readonly start: Uint32Array;
  readonly pairs: Uint32Array;
  /** 1 if the text has enough words to be compared. */
  readonly telling: Uint8Array;
}

export const NO_TEXT_CLUSTER = 0xffff_ffff;

export const RETWEET = 1;
/** The text hides something: invisible or look-alike characters. */
export const OBFUSCATED = 2;

/** The post is a whole-row duplicate of one before it. */
export const DUPLICATE_ROW = 4;

/** Bytes of a string in memory, its place in a list included: names of accounts and hashtags are short. */
const BYTES_PER_NAME = 48;

/** What a batch takes of memory, roughly: the bytes of its columns, and so much for each string. */
export function batchBytes(batch: RecordBatch): number {
  const names = 3 * batch.accounts.id.length + batch.otherIds.length + batch.tagNames.length;
  return transferList(batch).reduce((bytes, buffer) => bytes + buffer.byteLength, BYTES_PER_NAME * names);
}

/** The memory of a block that a thread can give away without a copy. */
export function transferList(block: RecordBatch): ArrayBuffer[] {
  const { accounts: a, wordings: w } = block;
  const columns = [
    a.handleAt,
    a.displayNameAt,
    a.createdFrom,
    a.createdTo,
    a.createdSource,
    block.account,
    block.time,
    block.id,
    block.line,
    block.at,
    block.flags,
    block.textHash,
    block.restHash,
    block.wording,
    block.retweet,
    block.retweetedAuthor,
    w.hash,
    w.start,
    w.pairs,
    w.telling,
    block.links.counts,
    block.links.values,
    block.targets.counts,
    block.targets.values,
    block.objects.counts,
    block.objects.values,
    block.objectColumn,
    block.tags.counts,
    block.tags.values,
  ];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
