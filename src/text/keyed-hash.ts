/**
 * A keyed 128-bit hash by which rows, texts, links and retweeted accounts are compared for equality. The author of a
 * dump does not know the key, so nobody can construct a collision, and one by chance occurs once in 10²⁰ runs.
 *
 * Two 64-bit HalfSipHash-1-3 with separate keys (Aumasson & Bernstein 2012, the variant with 32-bit words; Linux uses
 * it for its hash tables). Each process generates a new random key, so a hash must never affect the content or order
 * of the output.
 */

import { webcrypto } from 'node:crypto';
import { outOfRange } from '../stats/array-access.js';

/** Number of 32-bit words in a hash. */
export const HASH_WORDS = 4;
/** Number of 32-bit words in a key. */
export const KEY_WORDS = 4;

let processKey: Uint32Array = webcrypto.getRandomValues(new Uint32Array(KEY_WORDS));

/** The key of this process, for its other threads. */
export function hashKey(): Uint32Array {
  return processKey;
}

/** Sets the key before anything is hashed: threads that exchange hashes must have the same key. */
export function setHashKey(key: Uint32Array): void {
  if (key.length !== KEY_WORDS) throw new Error(`a key has ${KEY_WORDS} words, not ${key.length}`);
  processKey = key;
}

const encoder = new TextEncoder();

/**
 * Hashes a series of parts. Each part is hashed as its length in bytes and then its bytes, four per word, so that
 * different series differ: `a`, `bc` is not `ab`, `c`. Texts are hashed as UTF-8; a lone surrogate becomes �.
 */
export class KeyedHash {
  readonly #key: Uint32Array;
  #scratch = new Uint8Array(1024);
  /** The bytes that were hashed last, with a view to read four at a time. */
  #viewed: Uint8Array = this.#scratch;
  #view: DataView = new DataView(this.#scratch.buffer);
  #words = 0;
  // The states of both hashes, four words each.
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

  /** Starts a new hash. */
  reset(): this {
    const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = this.#key;
    this.#a0 = k0;
    // 0xee selects the 64-bit output of HalfSipHash.
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

  /** Adds a text as a part. */
  add(text: string): this {
    // A UTF-16 unit takes at most three bytes.
    if (this.#scratch.length < 3 * text.length) this.#scratch = new Uint8Array(6 * text.length);
    const scratch = this.#scratch;
    // Most texts are short ASCII: copying them is faster than calling the encoder.
    let at = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) break;
      scratch[at] = unit;
    }
    if (at < text.length) at += encoder.encodeInto(at === 0 ? text : text.slice(at), scratch.subarray(at)).written;
    return this.addBytes(scratch, 0, at);
  }

  /** Like `add`, for UTF-16 units. */
  addUnits(units: Uint16Array, length: number): this {
    if (this.#scratch.length < 3 * length) this.#scratch = new Uint8Array(6 * length);
    return this.addBytes(this.#scratch, 0, encodeUtf8(units, length, this.#scratch));
  }

  /** Adds bytes as a part. */
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
      // One round of each hash.
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
   * Writes the hash of all parts to `into`, `HASH_WORDS` words from `at` on. The first word is never 0, because 0
   * means no hash.
   */
  write(into: Uint32Array, at: number): void {
    // The final block of the standard: the number of bytes.
    const last = this.#words << 26;
    finish(this.#a0, this.#a1, this.#a2, this.#a3, last, into, at);
    finish(this.#b0, this.#b1, this.#b2, this.#b3, last, into, at + 2);
    if (into[at] === 0) into[at] = 1;
  }
}

/** Consecutive hashes in a growing array. */
export class HashColumn {
  #words = new Uint32Array(64 * HASH_WORDS);
  #length = 0;

  push(hash: KeyedHash): void {
    if (this.#length === this.#words.length) this.#grow();
    hash.write(this.#words, this.#length);
    this.#length += HASH_WORDS;
  }

  /** Adds zeros, which mean no hash. */
  pushNone(): void {
    if (this.#length === this.#words.length) this.#grow();
    this.#words.fill(0, this.#length, (this.#length += HASH_WORDS));
  }

  /** Returns the hashes and empties the column. */
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
 * A keyed 32-bit hash of some words: the first slot in a hash table, so that nobody can construct many keys with the
 * same slot. HalfSipHash-1-3 with 32 bits, without the final block, because all keys of a table have the same width.
 */
export function slotHash(words: Uint32Array | Int32Array, from: number, to: number): number {
  const k0 = processKey[0] ?? outOfRange();
  const k1 = processKey[1] ?? outOfRange();
  let v0 = k0;
  let v1 = k1;
  let v2 = 0x6c79_6765 ^ k0;
  let v3 = 0x7465_6462 ^ k1;
  // One round for each word, and three at the end.
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
 * Mixes a 32-bit word with the key: a faster `slotHash`, for tables with tens of millions of look-ups. It is a
 * bijection, so different words do not collide; two multiplications by secret odd numbers leave no pattern that an
 * attacker could use.
 */
export function spreadWord(word: number): number {
  let mixed = Math.imul(word ^ (processKey[0] ?? outOfRange()), (processKey[1] ?? outOfRange()) | 1);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (processKey[2] ?? outOfRange()), (processKey[3] ?? outOfRange()) | 1);
  return mixed ^ (mixed >>> 16);
}

/** Writes the 64 bits of a HalfSipHash-1-3 state after its final block. */
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

/** Writes UTF-16 units as UTF-8; returns the number of bytes. A lone surrogate is written as �. */
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
