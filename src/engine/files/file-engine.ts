import { buildDataset } from '../../dataset/build-dataset.js';
import { DatasetBuilder } from '../../dataset/dataset-builder.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { Post } from '../../documents/post.js';
import type { Input } from '../../documents/result.js';
import { TrendAuditError } from '../../errors.js';
import { type AnalysisInput, type AnalyzeOptions, runBlocking } from '../../options.js';
import { addSkipped } from '../../read/post-filter.js';
import { formatCount } from '../../text/format.js';
import type { Conversation, Engine } from '../engine.js';
import { joinProfiles } from '../join-profiles.js';
import { noPostsError } from '../no-posts-error.js';
import { reportStage } from '../report-stage.js';
import { Ingestor } from './ingestor.js';

/** Holds nothing of its own: reads files, folders, streams and posts each time that it is asked to measure them. */
export class FileEngine implements Engine {
  readonly #inputs: readonly AnalysisInput[];
  readonly #onPost: ((post: Post) => void) | undefined;
  readonly #ingestors: Ingestor[] = [];

  /** @param onPost is shown every post that is kept, in the order of the inputs; then no other thread reads */
  constructor(inputs: readonly AnalysisInput[], onPost?: (post: Post) => void) {
    this.#inputs = inputs;
    this.#onPost = onPost;
  }

  /** As `Engine` has it; and throws what a given stream throws. Streams, and standard input, can be measured once only. */
  async measure(options: AnalyzeOptions): Promise<Conversation> {
    const builder = new DatasetBuilder();
    const ingestor = new Ingestor(builder, options, this.#onPost);
    this.#ingestors.push(ingestor);
    const { inputs, profiles, users, notes } = await ingestor.readAll(this.#inputs);
    const joined = profiles ? joinProfiles(builder, profiles) : new Map<number, string>();
    if (builder.count === 0) throw noPostsError(inputs[0]?.path, options, await this.#hashtags(options));
    reportStage(options, 'measuring', inputs, builder.count);
    const dataset = await runBlocking(options, () => buildDataset(builder));
    return {
      dataset,
      inputs: inputs.map((input, number) => ({
        ...withoutRepeated(input, number, dataset),
        notes: [
          input.notes,
          contestedNotes(number, dataset),
          joined.get(number) ?? [],
          number === 0 ? notes : [],
        ].flat(),
      })),
      users,
      rereadPosts: ingestor.rereadPosts(dataset),
    };
  }

  async close(): Promise<void> {
    for (const ingestor of this.#ingestors.splice(0)) ingestor.close();
  }

  /** The hashtags of the inputs, the most frequent first, where none of them bears the one asked for: they are read once more for that. */
  async #hashtags({ hashtag, ...rest }: AnalyzeOptions): Promise<string[]> {
    const { onProgress: _, ...options } = rest;
    if (hashtag === undefined || this.#inputs.some((input) => typeof input !== 'string' || input === '-')) return [];
    const again = new FileEngine(this.#inputs);
    try {
      const { dataset } = await again.measure(options);
      return dataset.hashtags.map(({ tag }) => tag);
    } catch (error) {
      // It may be the span of time that leaves nothing.
      if (error instanceof TrendAuditError) return [];
      throw error;
    } finally {
      await again.close();
    }
  }
}

/** Posts whose id another post has are found only once all inputs are read. */
function withoutRepeated(input: Input, number: number, { repeated }: Dataset): Input {
  const found = repeated.get(number);
  return found && found.count > 0 ? addSkipped(input, 'repeated-id', found.count, found.lines) : input;
}

/** What is said of ids that several posts have which cannot be one. */
function contestedNotes(number: number, { repeated }: Dataset): string[] {
  const count = repeated.get(number)?.contested ?? 0;
  return count === 0
    ? []
    : [`${formatCount(count, 'post')} share an id with a post of another account: these ids are damaged and not used.`];
}
