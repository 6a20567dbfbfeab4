/**
 * Posts between reading and building the dataset: columns of numbers and hashes, without texts. A batch can be
 * transferred between threads.
 */

/**
 * What the posts of a batch state about their accounts: one element per account, or one per profile (see
 * `BatchOptions`).
 */
export interface AccountColumns {
  readonly id: readonly string[];
  /** The newest non-empty name, and the time of the newest post with it. */
  readonly handle: readonly string[];
  readonly handleAt: Float64Array;
  readonly displayName: readonly string[];
  readonly displayNameAt: Float64Array;
  /** In milliseconds; NaN if no post states it. */
  readonly createdFrom: Float64Array;
  readonly createdTo: Float64Array;
  /** Index in `CREATED_SOURCES`. */
  readonly createdSource: Uint8Array;
}

export const CREATED_SOURCES = ['dump', 'snowflake', 'interpolated'] as const;

/**
 * Lists of keys of posts (at most 65,535 per post: no post has space for more): post p has `counts[p]` consecutive
 * values.
 */
export interface ListColumn {
  readonly counts: Uint16Array;
  readonly values: Uint32Array;
}

/** A keyed hash is stored as `HASH_WORDS` consecutive words; a first word of 0 means no hash. */
export interface RecordBatch {
  /** Index of the input of all its posts. */
  readonly input: number;
  readonly count: number;
  readonly accounts: AccountColumns;
  /** Index in `accounts`. */
  readonly account: Uint32Array;
  /** In milliseconds, UTC. */
  readonly time: Float64Array;
  /** Ids as two halves (see `PostIds`). */
  readonly id: Uint32Array;
  readonly otherIds: readonly string[];
  readonly line: Uint32Array;
  /** The position at which the post can be read again. */
  readonly at: Float64Array;
  readonly flags: Uint8Array;
  /**
   * 32-bit hashes, without a key, of the unchanged text and of everything else that may give items: they order posts
   * of the same account and time.
   */
  readonly textHash: Uint32Array;
  readonly restHash: Uint32Array;
  /** Index in `wordings`; `NO_TEXT_CLUSTER` for retweets, whose text is by another account. */
  readonly wording: Uint32Array;
  readonly wordings: DistinctTexts;
  /** Hash of the key of the retweeted post. */
  readonly retweet: Uint32Array;
  /** Hash of the case-folded handle of the retweeted account. */
  readonly retweetedAuthor: Uint32Array;
  /** The links, targets and objects of posts, as keyed hashes. */
  readonly links: ListColumn;
  readonly targets: ListColumn;
  readonly objects: ListColumn;
  /** The column of each object, as an index in `objectColumns`: one value per key. */
  readonly objectColumn: Uint32Array;
  readonly objectColumns: readonly string[];
  /** Indexes in `tagNames`: one value per key. */
  readonly tags: ListColumn;
  /** Tags as spelled (see `SpellingReader`): several may be the same tag. */
  readonly tagNames: readonly string[];
}

/** The texts that differ in their words. */
export interface DistinctTexts {
  /** Hash of the words. */
  readonly hash: Uint32Array;
  /**
   * Hashes of pairs of neighbouring words, ascending, each once: those of wording w are from `start[w]` to `start[w +
   * 1]`; none for short texts.
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

/** The post is a duplicate of an earlier whole row. */
export const DUPLICATE_ROW = 4;

/** Estimated bytes of a string in memory, with its list slot: names of accounts and hashtags are short. */
const BYTES_PER_NAME = 48;

/** Estimated memory of a batch: the bytes of its columns, plus a constant for each string. */
export function batchBytes(batch: RecordBatch): number {
  const names = 3 * batch.accounts.id.length + batch.otherIds.length + batch.tagNames.length;
  return transferList(batch).reduce((bytes, buffer) => bytes + buffer.byteLength, BYTES_PER_NAME * names);
}

/** The buffers of a batch, which can be transferred to another thread without a copy. */
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
