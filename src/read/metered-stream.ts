import { createHash } from 'node:crypto';
import type { Source } from './open.js';

export interface ReadProgress {
  readonly bytesRead: number;
  /** Undefined where it is not known beforehand (a pipe). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}

/** Counts and hashes the bytes of a source as they pass, tells of the progress, and stops where it is told to. */
export class MeteredStream {
  bytes = 0;
  posts = 0;
  readonly #hash = createHash('sha256');
  readonly #source: Source;
  readonly #onProgress: ((progress: ReadProgress) => void) | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(
    source: Source,
    {
      onProgress,
      signal,
    }: { onProgress?: ((progress: ReadProgress) => void) | undefined; signal?: AbortSignal | undefined },
  ) {
    this.#source = source;
    this.#onProgress = onProgress;
    this.#signal = signal;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    const { bytesTotal } = this.#source;
    for await (const chunk of this.#source.chunks) {
      this.#signal?.throwIfAborted();
      this.#hash.update(chunk);
      this.bytes += chunk.length;
      yield chunk;
      this.#signal?.throwIfAborted();
      this.#onProgress?.({ bytesRead: this.bytes, bytesTotal, posts: this.posts });
    }
  }

  /** Reads on to the end what nobody else reads: every byte counts. */
  async drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
    while (!(await chunks.next()).done);
  }

  /** Of all bytes, in hexadecimal. To be asked once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
