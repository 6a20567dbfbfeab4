/**
 * ClickHouse's RowBinary: values one after another without separators, numbers little-endian, texts and lists preceded
 * by their lengths (LEB128). Texts are UTF-8; a lone surrogate is written in three bytes (WTF-8), so that every
 * JavaScript string can be restored exactly.
 */

import { outOfRange } from '../../stats/array-access.js';

const FIRST_BYTES = 1 << 16;
/** Maximum number of bytes of a length of 32 bits. */
const VARINT_BYTES = 5;

/** Writes values into a buffer that grows. */
export class RowBinaryWriter {
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #end = 0;

  /** Number of bytes written since they were last taken. */
  get length(): number {
    return this.#end;
  }

  /** Returns the written bytes, and starts with a new buffer. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, this.#bytes.length));
    this.#end = 0;
    return taken;
  }

  /** Returns a copy of the written bytes, if they are few, and empties the buffer. */
  takeCopy(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#end));
    this.#end = 0;
    return taken;
  }

  uint8(value: number): void {
    this.#room(1);
    this.#bytes[this.#end++] = value;
  }

  uint32(value: number): void {
    this.#room(4);
    this.#end = this.#bytes.writeUInt32LE(value, this.#end);
  }

  /** An integer from 0 to 2⁵³. */
  uint64(value: number): void {
    this.uint32(value % 2 ** 32);
    this.uint32(Math.floor(value / 2 ** 32));
  }

  float64(value: number): void {
    this.#room(8);
    this.#end = this.#bytes.writeDoubleLE(value, this.#end);
  }

  /** Writes bytes unchanged: those of a FixedString, or of `encodeText`. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Writes the length of a text or a list. */
  count(value: number): void {
    this.#room(VARINT_BYTES);
    let left = value;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) this.#bytes[this.#end++] = (left % 0x80) | 0x80;
    this.#bytes[this.#end++] = left;
  }

  text(text: string): void {
    const bytes = encodeText(text);
    this.count(bytes.length);
    this.raw(bytes);
  }

  /** Writes words of keyed hashes, from index `from` to `to`: each hash is a FixedString(16). */
  hashes(words: Uint32Array, from: number, to: number): void {
    this.#room(4 * (to - from));
    for (let at = from; at < to; at++) this.#end = this.#bytes.writeUInt32LE(words[at] ?? outOfRange(), this.#end);
  }

  #room(bytes: number): void {
    if (this.#bytes.length - this.#end >= bytes) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#bytes.length + bytes));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

/** The bytes of a text in a store. */
export function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  // `Buffer.from` replaces only lone surrogates with another character.
  if (!bytes.includes('\ufffd') || !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    return bytes;
  return Buffer.concat(
    Array.from(text, (character) => {
      const unit = character.charCodeAt(0);
      return character.length === 1 && unit >= 0xd800 && unit < 0xe000
        ? Buffer.from([0xe0 | (unit >>> 12), 0x80 | ((unit >>> 6) & 0x3f), 0x80 | (unit & 0x3f)])
        : Buffer.from(character);
    }),
  );
}
