/**
 * The seam between what keeps the posts of many hashtags (an archive of files, a database) and who asks for one of
 * them.
 */

import type { RecordBatch } from '../dataset/record-batch.js';

export interface HashtagCount {
  /** Folded. */
  readonly tag: string;
  /** Posts with it; those with a repeated id may be counted several times. */
  readonly posts: number;
}

/** Keeps posts as batches with each profile (see `BatchOptions`). */
export interface BatchStore {
  /** Hashtags with at least so many posts, each once. */
  hashtags(least: number): AsyncIterable<HashtagCount>;
  /** The posts with a hashtag, folded: all that `analyze` would read of the inputs with `--hashtag`. */
  batches(tag: string): AsyncIterable<RecordBatch>;
}
