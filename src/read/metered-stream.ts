import { createHash } from 'node:crypto';
import type { Source } from './open.js';

export interface Progress {
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
  readonly #onProgress: ((progress: Progress) => void) | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(
    source: Source,
    {
      onProgress,
      signal,
    }: { onProgress?: ((progress: Progress) => void) | undefined; signal?: AbortSignal | undefined },
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

/** The first `wanted` bytes of a stream, fewer where there are no more, and the whole stream again. */
export async function peek<Chunk extends Uint8Array>(
  chunks: AsyncIterable<Chunk> | AsyncIterator<Chunk>,
  wanted: number,
): Promise<{ first: Uint8Array; rest: AsyncGenerator<Chunk> }> {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks;
  const held: Chunk[] = [];
  let size = 0;
  while (size < wanted) {
    const next = await source.next();
    if (next.done) break;
    held.push(next.value);
    size += next.value.length;
  }
  async function* rest(): AsyncGenerator<Chunk> {
    try {
      yield* held.splice(0);
      for (;;) {
        const next = await source.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  return { first: (held.length === 1 && held[0] ? held[0] : Buffer.concat(held)).subarray(0, wanted), rest: rest() };
}
