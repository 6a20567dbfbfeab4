/** The seam between what holds the posts (files, a store) and everything that is found out about them. */

import type { Dataset } from '../dataset/dataset.js';
import type { RereadPosts } from '../dataset/quotes.js';
import type { Post } from '../documents/post.js';
import type { Input, ProfileInput } from '../documents/result.js';
import type { AnalyzeOptions, ResultOptions } from '../options.js';

/** The posts that were selected, measured. */
export interface Conversation {
  /** Holds at least one post. */
  readonly dataset: Dataset;
  /**
   * What became of each input: its rows, its posts, and what was skipped and why. The dataset numbers them by their
   * place here.
   */
  readonly inputs: readonly Input[];
  /** Options of reading that inputs were read with before now, which the result tells in place of those of this run. */
  readonly readWith?: ResultOptions;
  /** The files of users from which accounts were completed. */
  readonly users: readonly ProfileInput[];
  /** Gives single posts again, for quoting: a dataset keeps no texts. Works until the engine is closed. */
  readonly rereadPosts: RereadPosts;
}

/**
 * Is shown every post that is measured, completed by the files of users.
 * @param hasText false where a store did not keep it: then text, links, application, references and kind are unknown,
 *   but for whether it is a retweet
 */
export type PostObserver = (post: Post, hasText: boolean) => void;

/** Whatever holds posts. */
export interface Engine {
  /**
   * Measures the posts that `hashtag`, `since` and `until` select. Reports its progress, and stops where `signal`
   * aborts: the signal's reason is thrown. Throws TrendAuditError for what a user can mend, `noPostsError` where no
   * post is selected.
   */
  measure(options: AnalyzeOptions): Promise<Conversation>;
  /** Gives back what it holds: after this, no post can be read again. */
  close(): Promise<void>;
}
