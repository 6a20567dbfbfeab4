import { DatasetBuilder } from '../../dataset/dataset-builder.js';
import { TrendAuditError } from '../../errors.js';
import type { AnalysisInput, AnalyzeOptions } from '../../options.js';
import type { Conversation, Engine, PostObserver } from '../engine.js';
import { whileHashing } from '../key-of-hashes.js';
import { measurePosts } from '../measure-posts.js';
import { noPostsError } from '../no-posts-error.js';
import { Ingestor } from './ingestor.js';

/** Holds nothing of its own: reads files, folders, streams and posts each time that it is asked to measure them. */
export class FileEngine implements Engine {
  readonly #inputs: readonly AnalysisInput[];
  readonly #onPost: PostObserver | undefined;
  readonly #ingestors: Ingestor[] = [];

  /** @param onPost is shown every post that is kept, in the order of the inputs; then no other thread reads */
  constructor(inputs: readonly AnalysisInput[], onPost?: PostObserver) {
    this.#inputs = inputs;
    this.#onPost = onPost;
  }

  /**
   * As `Engine` has it; and throws what a given stream throws. Streams, and standard input, can be measured once only.
   */
  measure(options: AnalyzeOptions): Promise<Conversation> {
    return whileHashing(() => this.#measure(options));
  }

  async #measure(options: AnalyzeOptions): Promise<Conversation> {
    const builder = new DatasetBuilder();
    const onPost = this.#onPost;
    const ingestor = new Ingestor(builder, options, {
      quotes: true,
      onPost: onPost && ((post) => onPost(post, true)),
    });
    this.#ingestors.push(ingestor);
    const { inputs, profiles, users, notes } = await ingestor.readAll(this.#inputs);
    if (builder.count === 0) throw noPostsError(inputs[0]?.path, options, await this.#hashtags(options));
    const measured = await measurePosts(builder, inputs, profiles, options);
    return {
      dataset: measured.dataset,
      inputs: measured.inputs.map((input, number) =>
        number === 0 ? { ...input, notes: [...input.notes, ...notes] } : input,
      ),
      users,
      rereadPosts: ingestor.rereadPosts(measured.dataset),
    };
  }

  async close(): Promise<void> {
    for (const ingestor of this.#ingestors.splice(0)) ingestor.close();
  }

  /**
   * The hashtags of the inputs, the most frequent first, where none of them bears the one asked for: they are read once
   * more for that.
   */
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
