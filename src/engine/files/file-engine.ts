import { DatasetBuilder } from '../../dataset/dataset-builder.js';
import { TrendAuditError } from '../../errors.js';
import type { AnalysisInput, AnalyzeOptions } from '../../options.js';
import type { Conversation, Engine, PostObserver } from '../engine.js';
import { whileHashing } from '../key-of-hashes.js';
import { measurePosts } from '../measure-posts.js';
import { noPostsError } from '../no-posts-error.js';
import { Ingestor } from './ingestor.js';

/** Keeps no posts: reads files, folders, streams and posts each time that `measure` is called. */
export class FileEngine implements Engine {
  readonly #inputs: readonly AnalysisInput[];
  readonly #onPost: PostObserver | undefined;
  readonly #ingestors: Ingestor[] = [];

  /** @param onPost receives every post that is kept, in the order of the inputs; then no other thread reads */
  constructor(inputs: readonly AnalysisInput[], onPost?: PostObserver) {
    this.#inputs = inputs;
    this.#onPost = onPost;
  }

  /** See `Engine`. It also throws the errors of given streams. Streams and standard input can be measured only once. */
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
   * The hashtags of the inputs, most frequent first, for the case that no post has the requested one: reads the inputs
   * once more.
   */
  async #hashtags({ hashtag, ...rest }: AnalyzeOptions): Promise<string[]> {
    const { onProgress: _, ...options } = rest;
    if (hashtag === undefined || this.#inputs.some((input) => typeof input !== 'string' || input === '-')) return [];
    const again = new FileEngine(this.#inputs);
    try {
      const { dataset } = await again.measure(options);
      return dataset.hashtags.map(({ tag }) => tag);
    } catch (error) {
      // The time span may also leave no posts.
      if (error instanceof TrendAuditError) return [];
      throw error;
    } finally {
      await again.close();
    }
  }
}
