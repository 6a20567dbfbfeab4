import type { Post } from '../documents/post.js';
import { BatchBuilder, type BatchOptions } from './batch-builder.js';
import { DUPLICATE_ROW, type RecordBatch } from './record-batch.js';

/** Posts that are collected before they become a batch: few enough to take little memory. */
const POSTS_PER_BATCH = 4096;

/** A receiver of posts as they are read: a dataset, the parts of an archive, a database. */
export abstract class BatchSink {
  readonly batchOptions: BatchOptions;
  #posts = 0;
  #open: { readonly input: number; readonly builder: BatchBuilder } | undefined;

  constructor(batchOptions: BatchOptions = {}) {
    this.batchOptions = batchOptions;
  }

  /** The number of posts so far, without duplicates of whole rows. */
  get count(): number {
    return this.#posts + (this.#open?.builder.count ?? 0);
  }

  /** @param at the position at which the post can be read again */
  add(post: Post, at = 0): void {
    if (this.#open && (this.#open.input !== post.input || this.#open.builder.count >= POSTS_PER_BATCH)) this.flush();
    this.#open ??= { input: post.input, builder: new BatchBuilder(post.input, this.batchOptions) };
    this.#open.builder.add(post, at);
  }

  /** Takes ownership of a batch: the caller must not use it afterwards. */
  appendBatch(batch: RecordBatch): void {
    for (const flags of batch.flags) if ((flags & DUPLICATE_ROW) === 0) this.#posts++;
    this.takeBatch(batch);
  }

  /** Makes a batch of the posts that were added one by one; must be called before the collected data is used. */
  flush(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.appendBatch(open.builder.block());
  }

  /** Resolves when the sink can accept more data; readers await it regularly. */
  async ready(): Promise<void> {}

  /** Handles a batch, whose arrays belong to the sink afterwards. */
  protected abstract takeBatch(batch: RecordBatch): void;
}
