/** Reads ClickHouse's RowBinary, as `row-binary-writer.ts` writes it. */

import { outOfRange } from '../../stats/array-access.js';

/** Thrown if the bytes end within a value. */
const CUT = new RangeError('the bytes end within a value');

/** Reads values from bytes that arrive in pieces. */
export class RowBinaryReader {
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  /** Appends bytes to those that are left. */
  push(chunk: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#at);
    this.#bytes =
      rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([rest, chunk]);
    this.#at = 0;
  }

  /** The bytes that have not been read. */
  get left(): Buffer {
    return this.#bytes.subarray(this.#at);
  }

  /** The byte that is read next; undefined if none is left. */
  get next(): number | undefined {
    return this.#bytes[this.#at];
  }

  get place(): number {
    return this.#at;
  }

  /**
   * Whether a complete row is there. `pass` skips it for this check; then the position is restored, so the row can be
   * read.
   */
  holds(pass: (reader: this) => void): boolean {
    const start = this.#at;
    try {
      pass(this);
      return true;
    } catch (error) {
      if (error !== CUT) throw error;
      return false;
    } finally {
      this.#at = start;
    }
  }

  uint8(): number {
    return this.#bytes[this.#take(1)] ?? outOfRange();
  }

  uint32(): number {
    return this.#bytes.readUInt32LE(this.#take(4));
  }

  /** Exact up to 2⁵³. */
  uint64(): number {
    const low = this.uint32();
    return low + 2 ** 32 * this.uint32();
  }

  float64(): number {
    return this.#bytes.readDoubleLE(this.#take(8));
  }

  count(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.uint8();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    const length = this.count();
    const from = this.#take(length);
    return decodeText(this.#bytes.subarray(from, from + length));
  }

  texts(): string[] {
    return Array.from({ length: this.count() }, () => this.text());
  }

  /** Reads `count` words of 32 bits. */
  words(count: number, into: { push(word: number): void }): void {
    const from = this.#take(4 * count);
    for (let k = 0; k < count; k++) into.push(this.#bytes.readUInt32LE(from + 4 * k));
  }

  /** The bytes since a place as a string, one character for each: for use as the key of a Map. */
  since(place: number): string {
    return this.#bytes.toString('latin1', place, this.#at);
  }

  /** Skips a text. */
  skipText(): void {
    this.#take(this.count());
  }

  skip(bytes: number): void {
    this.#take(bytes);
  }

  /** Skips a list whose elements have this many bytes each. */
  skipList(bytes: number): void {
    this.#take(bytes * this.count());
  }

  skipTexts(): void {
    for (let left = this.count(); left > 0; left--) this.skipText();
  }

  #take(bytes: number): number {
    const from = this.#at;
    if (from + bytes > this.#bytes.length) throw CUT;
    this.#at += bytes;
    return from;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeText(bytes: Buffer): string {
  const text = bytes.toString();
  return text.includes('\ufffd') ? decodeWithSurrogates(bytes) : text;
}

function decodeWithSurrogates(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] !== 0xed || (bytes[at + 1] ?? 0) < 0xa0) continue;
    const unit = 0xd000 | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    text += utf8.decode(bytes.subarray(from, at)) + String.fromCharCode(unit);
    at += 2;
    from = at + 1;
  }
  return text + utf8.decode(bytes.subarray(from));
}
