import type { Post } from '../documents/post.js';
import { BatchBuilder, type BatchOptions } from './batch-builder.js';
import { DUPLICATE_ROW, type RecordBatch } from './record-batch.js';

/** Posts that are gathered before they become a batch: few enough to take little memory. */
const POSTS_PER_BATCH = 4096;

/** Whatever takes posts as they are read: a dataset, the parts of an archive, a store. */
export abstract class BatchSink {
  readonly batchOptions: BatchOptions;
  #posts = 0;
  #open: { readonly input: number; readonly builder: BatchBuilder } | undefined;

  constructor(batchOptions: BatchOptions = {}) {
    this.batchOptions = batchOptions;
  }

  /** Posts so far, without those that repeat a whole row. */
  get count(): number {
    return this.#posts + (this.#open?.builder.count ?? 0);
  }

  /** @param at where the post can be read again */
  add(post: Post, at = 0): void {
    if (this.#open && (this.#open.input !== post.input || this.#open.builder.count >= POSTS_PER_BATCH)) this.flush();
    this.#open ??= { input: post.input, builder: new BatchBuilder(post.input, this.batchOptions) };
    this.#open.builder.add(post, at);
  }

  /** Takes a batch; it is not to be used any more. */
  appendBatch(batch: RecordBatch): void {
    for (const flags of batch.flags) if ((flags & DUPLICATE_ROW) === 0) this.#posts++;
    this.takeBatch(batch);
  }

  /** Takes what was added one by one; to be called before what was gathered is looked at. */
  flush(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.appendBatch(open.builder.block());
  }

  /** Resolves when the sink can take more; readers await it from time to time. */
  async ready(): Promise<void> {}

  /** Takes a batch. Its arrays belong to the sink afterwards. */
  protected abstract takeBatch(batch: RecordBatch): void;
}
