/** Decompressors from packed to unpacked bytes; damaged input throws CorruptArchiveError. */

import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { TrendAuditError } from '../../errors.js';
import { CorruptArchiveError } from './corrupt-archive.js';
import { ZstdFrames } from './zstd-frames.js';

type Chunks = AsyncIterable<Uint8Array>;
/** Called with the number of unpacked bytes before they are passed on; throws if there are too many. */
type Take = (bytes: number) => void;

const CHUNK_BYTES = 256 * 1024;

/** Unpacks gzip, also with several members. */
export function gunzip(chunks: Chunks, take: Take): AsyncGenerator<Uint8Array> {
  return through(chunks, createGunzip({ chunkSize: CHUNK_BYTES }), take);
}

/** Unpacks raw deflate data from a zip archive. */
export function inflate(chunks: Chunks, take: Take): AsyncGenerator<Uint8Array> {
  return through(chunks, createInflateRaw({ chunkSize: CHUNK_BYTES }), take);
}

async function* through(chunks: Chunks, stage: Transform, take: Take): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  // Errors are thrown where the stage is read.
  pipeline(source, stage, () => {});
  try {
    for await (const chunk of stage) {
      if (!(chunk instanceof Uint8Array)) continue;
      take(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))
      throw new CorruptArchiveError(error.code === 'Z_BUF_ERROR');
    throw error;
  } finally {
    stage.destroy();
    source.destroy();
  }
}

/**
 * Unpacks Zstandard, also with several frames. Uses fzstd on every version of Node, because Node's own decoder stops
 * at the end of the first frame (nodejs/node#64741), and pzstd writes many.
 *
 * @param allowWindow throws if a frame claims too large a window, in bytes
 */
export async function* unzstd(
  chunks: Chunks,
  take: Take,
  allowWindow: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const out = new Pending(take);
  const { Decompress } = await import('fzstd');
  const frames = new ZstdFrames(allowWindow);
  const stage = new Decompress((chunk) => out.add(chunk));
  for await (const slice of sliced(chunks, 16 * 1024)) {
    frames.push(slice);
    out.step(() => stage.push(slice));
    yield* out.flush();
  }
  out.step(() => stage.push(new Uint8Array(0), true));
  yield* out.flush();
}

/**
 * The maximum packed size of the largest kind of block (unbzip2-stream waits for as much): 900,000 bytes plus their
 * description.
 */
const MOST_BLOCK = 925_000;

/** Unpacks bzip2, also with several streams. */
export async function* unbzip2(chunks: Chunks, take: Take): AsyncGenerator<Uint8Array> {
  const { Bzip2Blocks } = await import('./bzip2-blocks.js');
  const blocks = new Bzip2Blocks(take);
  for await (const chunk of chunks) {
    blocks.add(chunk);
    while (blocks.unread >= MOST_BLOCK) yield blocks.next();
  }
  while (blocks.unread > 0) yield blocks.next();
  if (blocks.isWithinStream) throw new CorruptArchiveError(true);
}

/** Collects the output of a push-based decompressor until it is read. */
class Pending {
  readonly #take: Take;
  #chunks: Uint8Array[] = [];
  #failure: Error | undefined;

  constructor(take: Take) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    this.#take(chunk.length);
    // A copy, because decompressors reuse their buffers.
    this.#chunks.push(chunk.slice());
  }

  fail(error: unknown): void {
    if (this.#failure) return;
    if (error instanceof TrendAuditError) this.#failure = error;
    else
      this.#failure = new CorruptArchiveError(
        error instanceof Error && /EOF|prematurely|undefined/.test(error.message),
      );
  }

  /** Runs a step of the decompressor; any error means unreadable bytes. */
  step(push: () => void): void {
    try {
      push();
    } catch (error) {
      this.fail(error);
    }
  }

  *flush(): Generator<Uint8Array> {
    const chunks = this.#chunks;
    this.#chunks = [];
    yield* chunks;
    if (this.#failure) throw this.#failure;
  }
}

async function* sliced(chunks: Chunks, bytes: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += bytes) yield chunk.subarray(at, at + bytes);
}
