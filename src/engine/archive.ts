import type { Input, ProfileInput } from '../documents/result.js';
import type { ResultOptions } from '../options.js';
import type { UserProfile } from '../read/profile-index.js';
import type { BatchStore } from './batch-store.js';

/** The posts of many hashtags, and information on their sources. */
export interface Archive extends BatchStore {
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  /** The content of the files of users. */
  readonly profiles: readonly UserProfile[];
  /** Number of posts that were read, with or without a hashtag. */
  readonly posts: number;
  /** The reading options with which inputs were loaded earlier (see `Conversation`). */
  readonly readWith?: ResultOptions;
  /** Releases its resources. */
  close(): Promise<void>;
}
