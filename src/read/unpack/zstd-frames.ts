import { CorruptArchiveError } from './corrupt-archive.js';

const MAGIC = 0xfd2f_b528;
/** Frames with these sixteen magic numbers hold no data. */
const SKIPPABLE = 0x184d_2a50;

/**
 * Parses the frames of a Zstandard file (RFC 8878, 3.1.1) without unpacking them, and reports the window size of each
 * before its first block: a decompressor allocates it at once, however small the file.
 */
export class ZstdFrames {
  readonly #onWindow: (bytes: number) => void;
  readonly #head = new Uint8Array(18);
  #held = 0;
  /** The number of bytes needed for the next step, and the step. */
  #needed = 4;
  #step: () => void = this.#magic;
  #skip = 0;
  #checksum = false;

  constructor(onWindow: (bytes: number) => void) {
    this.#onWindow = onWindow;
  }

  /** @throws CorruptArchiveError if the bytes are not frames */
  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, chunk.length - at);
        this.#skip -= skipped;
        at += skipped;
        continue;
      }
      this.#head[this.#held++] = chunk[at++] ?? 0;
      if (this.#held < this.#needed) continue;
      this.#step();
    }
  }

  /** Sets the next step and the number of bytes that it needs. */
  #next(needed: number, step: () => void): void {
    this.#held = 0;
    this.#needed = needed;
    this.#step = step;
  }

  #magic(): void {
    const magic = this.#number(0, 4);
    if (magic === MAGIC) this.#next(1, this.#descriptor);
    else if (magic - (magic % 16) === SKIPPABLE) this.#next(4, this.#skippable);
    else throw new CorruptArchiveError(false);
  }

  #skippable(): void {
    this.#skip = this.#number(0, 4);
    this.#next(4, this.#magic);
  }

  /** The header may have up to 13 more bytes, depending on its first one. */
  #descriptor(): void {
    const length = headerLength(this.#head[0] ?? 0);
    this.#step = this.#header;
    this.#needed = length;
    if (length === 1) this.#header();
  }

  #header(): void {
    const descriptor = this.#head[0] ?? 0;
    this.#checksum = (descriptor & 4) !== 0;
    if (isSingleSegment(descriptor)) {
      const size = contentSizeLength(descriptor);
      // A size of two bytes is stored minus 256.
      this.#onWindow(this.#number(1 + dictionaryLength(descriptor), size) + (size === 2 ? 256 : 0));
    } else {
      const window = this.#head[1] ?? 0;
      const base = 2 ** (10 + (window >>> 3));
      this.#onWindow(base + (base / 8) * (window & 7));
    }
    this.#next(3, this.#block);
  }

  #block(): void {
    const header = this.#number(0, 3);
    const [isLast, kind, size] = [(header & 1) === 1, (header >>> 1) & 3, header >>> 3];
    if (kind === 3) throw new CorruptArchiveError(false);
    // A repeated byte is stored once.
    this.#skip = kind === 1 ? 1 : size;
    if (!isLast) this.#next(3, this.#block);
    else {
      if (this.#checksum) this.#skip += 4;
      this.#next(4, this.#magic);
    }
  }

  #number(from: number, bytes: number): number {
    let value = 0;
    for (let at = from + bytes - 1; at >= from; at--) value = value * 256 + (this.#head[at] ?? 0);
    return value;
  }
}

function isSingleSegment(descriptor: number): boolean {
  return (descriptor & 0x20) !== 0;
}

function dictionaryLength(descriptor: number): number {
  return [0, 1, 2, 4][descriptor & 3] ?? 0;
}

function contentSizeLength(descriptor: number): number {
  return [isSingleSegment(descriptor) ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
}

/** Length of a frame's header, including its first byte. */
function headerLength(descriptor: number): number {
  return 1 + (isSingleSegment(descriptor) ? 0 : 1) + dictionaryLength(descriptor) + contentSizeLength(descriptor);
}
