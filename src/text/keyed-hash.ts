/**
 * A keyed hash of 128 bits, by which things are the same or not: rows, texts, links, accounts that are retweeted.
 * Whoever writes a dump does not know the key, so nobody can make two things meet, and chance does so once in 10²⁰
 * runs.
 *
 * Two HalfSipHash-1-3 of 64 bits with keys of their own (Aumasson & Bernstein 2012, the variant of 32-bit words; Linux
 * keys its hash tables with it). The key is drawn anew in each process: no hash may decide what is printed, or in which
 * order.
 */

import { webcrypto } from 'node:crypto';
import { outOfRange } from '../stats/array-access.js';

/** Words of 32 bits in a hash. */
export const HASH_WORDS = 4;
/** Words of 32 bits in a key. */
export const KEY_WORDS = 4;

let processKey: Uint32Array = webcrypto.getRandomValues(new Uint32Array(KEY_WORDS));

/** The key of this process, for its other threads. */
export function hashKey(): Uint32Array {
  return processKey;
}

/** Takes over a key, before anything is hashed: what threads hash together must have one. */
export function setHashKey(key: Uint32Array): void {
  if (key.length !== KEY_WORDS) throw new Error(`a key has ${KEY_WORDS} words, not ${key.length}`);
  processKey = key;
}

const encoder = new TextEncoder();

/**
 * Hashes a series of parts. Each part is its length in bytes and then its bytes, four to a word, so that no two series
 * are one: `a`, `bc` is not `ab`, `c`. Texts are hashed as UTF-8; a surrogate that stands alone is �.
 */
export class KeyedHash {
  readonly #key: Uint32Array;
  #scratch = new Uint8Array(1024);
  /** The bytes that were hashed last, to be read four at a time. */
  #viewed: Uint8Array = this.#scratch;
  #view: DataView = new DataView(this.#scratch.buffer);
  #words = 0;
  // The states of both, four words each.
  #a0 = 0;
  #a1 = 0;
  #a2 = 0;
  #a3 = 0;
  #b0 = 0;
  #b1 = 0;
  #b2 = 0;
  #b3 = 0;

  constructor(key = processKey) {
    this.#key = key;
    this.reset();
  }

  /** Starts anew. */
  reset(): this {
    const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = this.#key;
    this.#a0 = k0;
    // 0xee: the hash is of 64 bits.
    this.#a1 = k1 ^ 0xee;
    this.#a2 = 0x6c79_6765 ^ k0;
    this.#a3 = 0x7465_6462 ^ k1;
    this.#b0 = k2;
    this.#b1 = k3 ^ 0xee;
    this.#b2 = 0x6c79_6765 ^ k2;
    this.#b3 = 0x7465_6462 ^ k3;
    this.#words = 0;
    return this;
  }

  /** One more part: a text. */
  add(text: string): this {
    // A UTF-16 unit takes three bytes at most.
    if (this.#scratch.length < 3 * text.length) this.#scratch = new Uint8Array(6 * text.length);
    const scratch = this.#scratch;
    // Most texts are short and of one byte a letter: they are copied faster than the encoder is called.
    let at = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) break;
      scratch[at] = unit;
    }
    if (at < text.length) at += encoder.encodeInto(at === 0 ? text : text.slice(at), scratch.subarray(at)).written;
    return this.addBytes(scratch, 0, at);
  }

  /** As `add`, of UTF-16 units. */
  addUnits(units: Uint16Array, length: number): this {
    if (this.#scratch.length < 3 * length) this.#scratch = new Uint8Array(6 * length);
    return this.addBytes(this.#scratch, 0, encodeUtf8(units, length, this.#scratch));
  }

  /** One more part: these bytes. */
  addBytes(bytes: Uint8Array, from: number, to: number): this {
    if (bytes !== this.#viewed) {
      this.#viewed = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const view = this.#view;
    let a0 = this.#a0;
    let a1 = this.#a1;
    let a2 = this.#a2;
    let a3 = this.#a3;
    let b0 = this.#b0;
    let b1 = this.#b1;
    let b2 = this.#b2;
    let b3 = this.#b3;
    let word = to - from;
    for (let at = from; ; at += 4) {
      // One round of each.
      a3 ^= word;
      b3 ^= word;
      a0 = (a0 + a1) | 0;
      b0 = (b0 + b1) | 0;
      a1 = ((a1 << 5) | (a1 >>> 27)) ^ a0;
      b1 = ((b1 << 5) | (b1 >>> 27)) ^ b0;
      a0 = (a0 << 16) | (a0 >>> 16);
      b0 = (b0 << 16) | (b0 >>> 16);
      a2 = (a2 + a3) | 0;
      b2 = (b2 + b3) | 0;
      a3 = ((a3 << 8) | (a3 >>> 24)) ^ a2;
      b3 = ((b3 << 8) | (b3 >>> 24)) ^ b2;
      a0 = (a0 + a3) | 0;
      b0 = (b0 + b3) | 0;
      a3 = ((a3 << 7) | (a3 >>> 25)) ^ a0;
      b3 = ((b3 << 7) | (b3 >>> 25)) ^ b0;
      a2 = (a2 + a1) | 0;
      b2 = (b2 + b1) | 0;
      a1 = ((a1 << 13) | (a1 >>> 19)) ^ a2;
      b1 = ((b1 << 13) | (b1 >>> 19)) ^ b2;
      a2 = (a2 << 16) | (a2 >>> 16);
      b2 = (b2 << 16) | (b2 >>> 16);
      a0 ^= word;
      b0 ^= word;
      if (at >= to) break;
      if (at + 4 <= to) word = view.getInt32(at, true);
      else {
        word = bytes[at] ?? 0;
        if (at + 1 < to) word |= (bytes[at + 1] ?? 0) << 8;
        if (at + 2 < to) word |= (bytes[at + 2] ?? 0) << 16;
      }
    }
    this.#a0 = a0;
    this.#a1 = a1;
    this.#a2 = a2;
    this.#a3 = a3;
    this.#b0 = b0;
    this.#b1 = b1;
    this.#b2 = b2;
    this.#b3 = b3;
    this.#words += 1 + ((to - from + 3) >>> 2);
    return this;
  }
  /**
   * Writes the hash of what was added to `into`, `HASH_WORDS` from `at` on. The first word is never 0, which stands for
   * no hash.
   */
  write(into: Uint32Array, at: number): void {
    // The last block of the standard: how many bytes there were.
    const last = this.#words << 26;
    finish(this.#a0, this.#a1, this.#a2, this.#a3, last, into, at);
    finish(this.#b0, this.#b1, this.#b2, this.#b3, last, into, at + 2);
    if (into[at] === 0) into[at] = 1;
  }
}

/** Hashes one after another, in an array that grows. */
export class HashColumn {
  #words = new Uint32Array(64 * HASH_WORDS);
  #length = 0;

  push(hash: KeyedHash): void {
    if (this.#length === this.#words.length) this.#grow();
    hash.write(this.#words, this.#length);
    this.#length += HASH_WORDS;
  }

  /** Zeros: no hash. */
  pushNone(): void {
    if (this.#length === this.#words.length) this.#grow();
    this.#words.fill(0, this.#length, (this.#length += HASH_WORDS));
  }

  /** Those so far, and none from here on. */
  take(): Uint32Array<ArrayBuffer> {
    const words = this.#words.slice(0, this.#length);
    this.#length = 0;
    return words;
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#words.length);
    larger.set(this.#words);
    this.#words = larger;
  }
}

/**
 * A keyed hash of 32 bits of some words: where a table looks for them first, so that nobody can make many begin at one
 * place. HalfSipHash-1-3 of 32 bits, without its last block: the width of the keys of a table is one.
 */
export function slotHash(words: Uint32Array | Int32Array, from: number, to: number): number {
  const k0 = processKey[0] ?? outOfRange();
  const k1 = processKey[1] ?? outOfRange();
  let v0 = k0;
  let v1 = k1;
  let v2 = 0x6c79_6765 ^ k0;
  let v3 = 0x7465_6462 ^ k1;
  // A round for each word, and three at the end.
  for (let at = from, rounds = to - from + 3; rounds > 0; at++, rounds--) {
    const word = at < to ? (words[at] ?? outOfRange()) : 0;
    if (at === to) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  return v1 ^ v3;
}

/**
 * A word of 32 bits spread by the key: as `slotHash`, for tables that are asked for tens of millions of words. Each
 * word has a place of its own (it is a bijection); two multiplications by secret odd numbers leave no pattern that
 * could be aimed at.
 */
export function spreadWord(word: number): number {
  let mixed = Math.imul(word ^ (processKey[0] ?? outOfRange()), (processKey[1] ?? outOfRange()) | 1);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (processKey[2] ?? outOfRange()), (processKey[3] ?? outOfRange()) | 1);
  return mixed ^ (mixed >>> 16);
}

/** Writes the 64 bits of a state of HalfSipHash-1-3 after its last block. */
function finish(v0: number, v1: number, v2: number, v3: number, last: number, into: Uint32Array, at: number): void {
  v3 ^= last;
  for (let round = 0; round < 7; round++) {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    if (round === 0) {
      v0 ^= last;
      v2 ^= 0xee;
    } else if (round === 3) {
      into[at] = v1 ^ v3;
      v1 ^= 0xdd;
    }
  }
  into[at + 1] = v1 ^ v3;
}

/** Writes UTF-16 units as UTF-8; how many bytes there are. A surrogate that stands alone is written as �. */
function encodeUtf8(units: Uint16Array, length: number, bytes: Uint8Array): number {
  let end = 0;
  for (let at = 0; at < length; at++) {
    let point = units[at] ?? outOfRange();
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    if (point < 0x800) bytes[end++] = 0xc0 | (point >>> 6);
    else {
      if (point >= 0xd800 && point < 0xe000) {
        const next = at + 1 < length ? (units[at + 1] ?? outOfRange()) : 0;
        const isPair = point < 0xdc00 && next >= 0xdc00 && next < 0xe000;
        point = isPair ? 0x1_0000 + ((point - 0xd800) << 10) + (next - 0xdc00) : 0xfffd;
        if (isPair) at++;
      }
      if (point < 0x1_0000) bytes[end++] = 0xe0 | (point >>> 12);
      else {
        bytes[end++] = 0xf0 | (point >>> 18);
        bytes[end++] = 0x80 | ((point >>> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((point >>> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (point & 0x3f);
  }
  return end;
}
