/** Returns the first `wanted` bytes of a stream (or fewer), and the whole stream including them. */
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

/** A stream that begins with an item taken from it before. */
export async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/**
 * Splits chunks so that a part ends at each multiple of `size`. Chunk sizes depend on the file system, a pipe or a
 * decompressor; decisions made only if `isEnd` do not depend on them.
 */
export async function* cutAtMultiples(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ readonly part: Buffer; readonly isEnd: boolean }> {
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + size - filled);
      at += part.length;
      filled = (filled + part.length) % size;
      yield { part, isEnd: filled === 0 };
    }
  }
}

/** The same bytes in blocks of `size`; the last may be shorter. */
export async function* inBlocks(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  for await (const { part, isEnd } of cutAtMultiples(chunks, size)) {
    held.push(part);
    if (!isEnd) continue;
    yield held.length === 1 ? part : Buffer.concat(held);
    held = [];
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/** Takes items from the first batches of a stream until there are enough; the stream stays open. */
export async function takeBatches<T>(
  batches: AsyncIterator<readonly T[]>,
  isEnough: (taken: readonly T[]) => boolean,
): Promise<T[]> {
  const taken: T[] = [];
  while (!isEnough(taken)) {
    const next = await batches.next();
    if (next.done) break;
    for (const item of next.value) taken.push(item);
  }
  return taken;
}

/**
 * Reads a stream up to the position that another reader of the same file has reached, so that its bytes are counted.
 */
export class ReadAlong {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #read = 0;

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** Reads up to this many bytes from the start, or to the end. */
  async to(bytes: number): Promise<void> {
    while (this.#read < bytes) {
      const next = await this.#chunks.next();
      if (next.done) return;
      this.#read += next.value.length;
    }
  }
}
