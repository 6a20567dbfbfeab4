/**
 * The interface between what stores the posts of many hashtags (an archive of files, a database) and the code that
 * needs one hashtag.
 */

import type { RecordBatch } from '../dataset/record-batch.js';

export interface HashtagCount {
  /** The folded hashtag. */
  readonly tag: string;
  /** Number of posts with it; posts with a repeated id may be counted several times. */
  readonly posts: number;
}

/** Stores posts as batches with each profile (see `BatchOptions`). */
export interface BatchStore {
  /** Hashtags with at least `least` posts, each once. */
  hashtags(least: number): AsyncIterable<HashtagCount>;
  /** The posts with a folded hashtag: all that `analyze` would read from the inputs with `--hashtag`. */
  batches(tag: string): AsyncIterable<RecordBatch>;
}
