/** The interface between the sources of posts (files, a store) and the analysis. */

import type { Dataset } from '../dataset/dataset.js';
import type { RereadPosts } from '../dataset/quotes.js';
import type { Post } from '../documents/post.js';
import type { Input, ProfileInput } from '../documents/result.js';
import type { AnalyzeOptions, ResultOptions } from '../options.js';

/** The selected posts, measured. */
export interface Conversation {
  /** Contains at least one post. */
  readonly dataset: Dataset;
  /**
   * What became of each input: its rows, its posts, and what was skipped and why. The dataset numbers inputs by their
   * index here.
   */
  readonly inputs: readonly Input[];
  /**
   * The reading options with which inputs were loaded earlier; the result states these instead of those of this run.
   */
  readonly readWith?: ResultOptions;
  /** The files of users from which accounts were completed. */
  readonly users: readonly ProfileInput[];
  /** Reads single posts again, for quoting, because a dataset keeps no texts. Works until the engine is closed. */
  readonly rereadPosts: RereadPosts;
}

/**
 * Receives every post that is measured, completed from the files of users.
 * @param hasText false if a store did not keep the text: then text, links, application, references and kind are
 *   unknown, except whether the post is a retweet
 */
export type PostObserver = (post: Post, hasText: boolean) => void;

/** A source of posts. */
export interface Engine {
  /**
   * Measures the posts that `hashtag`, `since` and `until` select. Reports its progress, and stops if `signal` aborts:
   * then throws the signal's reason. Throws TrendAuditError for errors that a user can fix, and `noPostsError` if no
   * post is selected.
   */
  measure(options: AnalyzeOptions): Promise<Conversation>;
  /** Releases its resources: after this, no post can be read again. */
  close(): Promise<void>;
}
