import type { Input, ProfileInput } from '../documents/result.js';
import { type AnalysisInput, type AnalyzeOptions } from '../options.js';
import type { UserProfile } from '../read/profile-index.js';
import type { BatchStore } from './batch-store.js';
import { HashtagPartitions } from './files/hashtag-partitions.js';
import { Ingestor } from './files/ingestor.js';

/** The posts of many hashtags, and an account of where they come from. */
export interface Archive extends BatchStore {
  readonly inputs: readonly Input[];
  readonly users: readonly ProfileInput[];
  /** What files of users say of accounts. */
  readonly profiles: readonly UserProfile[];
  /** Posts that were read, with a hashtag or without. */
  readonly posts: number;
  /** Gives back what it holds. */
  close(): Promise<void>;
}

/**
 * Reads inputs once, for all their hashtags. Throws TrendAuditError for what a user can mend, and what a given stream throws.
 *
 * @param memory bytes of posts that are kept in memory; beyond that they are put in a temporary file
 */
export async function openArchive(
  given: readonly AnalysisInput[],
  options: AnalyzeOptions,
  memory: number,
): Promise<Archive> {
  const partitions = new HashtagPartitions(memory);
  const ingestor = new Ingestor(partitions, options);
  try {
    const { inputs, users, profiles, notes } = await ingestor.readAll(given);
    return {
      inputs: inputs.map((input, number) => (number === 0 ? { ...input, notes: [...input.notes, ...notes] } : input)),
      users,
      profiles: profiles?.profiles ?? [],
      posts: partitions.count,
      hashtags: (least) => partitions.hashtags(least),
      batches: (tag) => partitions.batches(tag),
      close: async () => partitions.close(),
    };
  } catch (error) {
    partitions.close();
    throw error;
  } finally {
    // No post is read again.
    ingestor.close();
  }
}
