import type { Input, ProfileInput } from '../documents/result.js';
import type { ResultOptions } from '../options.js';
import type { UserProfile } from '../read/profile-index.js';
import type { BatchStore } from './batch-store.js';

/** The posts of many hashtags, and an account of where they come from. */
export interface Archive extends BatchStore {
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  /** What files of users say of accounts. */
  readonly profiles: readonly UserProfile[];
  /** Posts that were read, with a hashtag or without. */
  readonly posts: number;
  /** Options of reading that inputs were read with before now (see `Conversation`). */
  readonly readWith?: ResultOptions;
  /** Gives back what it holds. */
  close(): Promise<void>;
}
