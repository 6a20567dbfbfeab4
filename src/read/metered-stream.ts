import { createHash } from 'node:crypto';
import type { Source } from './open.js';

export interface ReadProgress {
  readonly bytesRead: number;
  /** Undefined if it is not known in advance (a pipe). */
  readonly bytesTotal: number | undefined;
  readonly posts: number;
}

/** Counts and hashes the bytes of a source as they pass, reports progress, and stops when the signal aborts. */
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

  /** Drains the stream so that size and hash cover the whole file. */
  async drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
    while (!(await chunks.next()).done);
  }

  /** The SHA-256 of all bytes, in hexadecimal. May be called only once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
