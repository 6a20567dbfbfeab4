import { BatchSink } from '../../dataset/batch-sink.js';
import { DUPLICATE_ROW, type RecordBatch } from '../../dataset/record-batch.js';
import type { Post } from '../../documents/post.js';
import type { Connection } from './connection.js';
import { WRITTEN_COLUMNS } from './post-columns.js';
import { RowBinaryWriter } from './row-binary-writer.js';
import { writePosts } from './write-posts.js';

/**
 * Size of an insert, in bytes. Each insert is one part on a disk, which servers merge later: fewer and larger parts
 * cost them less.
 */
const INSERT_BYTES = 24 * 1024 * 1024;

/** Writes batches as rows, and sends them while the next batches are read. */
export class Loader extends BatchSink {
  readonly #connection: Connection;
  readonly #table: string;
  readonly #part: number;
  readonly #posts: string[] | undefined;
  readonly #rows = new RowBinaryWriter();
  readonly #written: number[] = [];
  readonly #waiting: RecordBatch[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(connection: Connection, table: string, part: number, withTexts: boolean) {
    super({ eachProfile: true });
    this.#connection = connection;
    this.#table = table;
    this.#part = part;
    this.#posts = withTexts ? [] : undefined;
  }

  /** Takes a post with its text: must be called for each post of the batches that is kept, in their order. */
  keep(post: Post): void {
    this.#posts?.push(JSON.stringify(post));
  }

  protected override takeBatch(batch: RecordBatch): void {
    // The texts of its posts may not have been added yet.
    this.#waiting.push(batch);
  }

  override async ready(): Promise<void> {
    this.#write();
    if (this.#rows.length >= INSERT_BYTES) await this.#send();
  }

  /** Sends the remaining rows. Resolves when the servers have all rows. */
  async finish(): Promise<void> {
    this.#write();
    await this.#send();
    await this.#sending;
  }

  #write(): void {
    for (const batch of this.#waiting.splice(0)) {
      const kept = batch.flags.reduce((sum, flags) => sum + Number((flags & DUPLICATE_ROW) === 0), 0);
      const posts = this.#posts?.splice(0, kept);
      const row = this.#written[batch.input] ?? 0;
      this.#written[batch.input] =
        row + writePosts(batch, this.#rows, { part: this.#part, row, ...(posts ? { posts } : {}) });
    }
  }

  /** Only one insert runs at a time; reading waits for it if servers are slower. */
  async #send(): Promise<void> {
    await this.#sending;
    if (this.#rows.length === 0) return;
    this.#sending = this.#connection.insert(this.#table, WRITTEN_COLUMNS, this.#rows.take());
    // Avoids an unhandled rejection: the next call awaits it and receives the error.
    this.#sending.catch(() => {});
  }
}
