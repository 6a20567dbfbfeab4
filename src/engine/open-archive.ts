import type { AnalysisInput, AnalyzeOptions } from '../options.js';
import type { Archive } from './archive.js';
import { Ingestor } from './files/ingestor.js';
import { HashtagPartitions } from './hashtag-partitions.js';
import { storeAmong } from './store-among.js';

/**
 * Reads inputs once, for all their hashtags, or opens a store. Throws TrendAuditError for errors that a user can fix,
 * and the errors of given streams.
 *
 * @param memory maximum number of bytes of posts in memory; if there are more, they are written to a temporary file
 */
export async function openArchive(
  given: readonly AnalysisInput[],
  options: AnalyzeOptions,
  memory: number,
): Promise<Archive> {
  const address = storeAmong(given, options);
  if (address !== undefined)
    return (await import('./store/stored-archive.js')).StoredArchive.open(address, options, memory);
  const partitions = new HashtagPartitions(memory);
  const ingestor = new Ingestor(partitions, options, { quotes: false });
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
