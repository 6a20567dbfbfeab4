import bitIterator, { type BitReader } from 'unbzip2-stream/lib/bit_iterator.js';
import decoder from 'unbzip2-stream/lib/bzip2.js';
import { TrendAuditError } from '../../errors.js';
import { CorruptArchiveError } from './corrupt-archive.js';

/** The unit of the block size in a stream's header: 1 to 9 units. */
const BLOCK_UNIT = 100_000;
const FIRST_ROOM = 64 * 1024;
/** Bytes are counted in groups of PIECE + 1: counting each one would take as long as decoding it. */
const PIECE = FIRST_ROOM - 1;

/**
 * Decodes a bzip2 file block by block, with the decoder of unbzip2-stream. Its stream is not used, because it keeps
 * each block as an array of numbers, and all blocks of its input at once: 312 bytes could take 2.4 GB before they are
 * counted.
 */
export class Bzip2Blocks {
  readonly #take: (bytes: number) => void;
  readonly #waiting: Uint8Array[] = [];
  #bits: BitReader | undefined;
  #received = 0;
  /** Block size of the stream in units; 0 if a header comes next. */
  #level = 0;
  #crc = 0;
  #bytes = new Uint8Array(FIRST_ROOM);
  #length = 0;

  /** @param take called with the number of bytes as they are written; throws TrendAuditError if there are too many */
  constructor(take: (bytes: number) => void) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    this.#waiting.push(chunk);
    this.#received += chunk.length;
  }

  /** Number of bytes that were added and not decoded yet. */
  get unread(): number {
    return this.#received - (this.#bits?.bytesRead ?? 0);
  }

  /** Whether the current stream has not ended yet. */
  get isWithinStream(): boolean {
    return this.#level > 0;
  }

  /** The bytes of the next block; empty for a header or an end. @throws CorruptArchiveError */
  next(): Uint8Array {
    this.#bits ??= bitIterator(() => this.#waiting.shift());
    try {
      if (this.#level === 0) {
        this.#level = decoder.header(this.#bits);
        this.#crc = 0;
      } else {
        const size = BLOCK_UNIT * this.#level;
        const crc = decoder.decompress(this.#bits, this.#push, new Int32Array(size), size, this.#crc);
        if (crc === null) this.#level = 0;
        else this.#crc = crc;
      }
    } catch (error) {
      if (error instanceof TrendAuditError) throw error;
      // The decoder reads beyond the end of its input.
      throw new CorruptArchiveError(error instanceof TypeError);
    }
    this.#take(this.#length & PIECE);
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#bytes = new Uint8Array(FIRST_ROOM);
    this.#length = 0;
    return bytes;
  }

  readonly #push = (byte: number): void => {
    if ((this.#length & PIECE) === PIECE) this.#take(PIECE + 1);
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  };
}
