/** Reads texts from UTF-8 bytes; strings are made only when needed. */

import { outOfRange } from '../stats/array-access.js';

/** Decodes valid UTF-8 bytes. */
export function decodeUtf8(bytes: Buffer, from: number, to: number): string {
  // Most texts are ASCII, which is decoded faster as Latin-1.
  let high = 0;
  for (let at = from; at < to; at++) high |= bytes[at] ?? outOfRange();
  return bytes.toString(high < 0x80 ? 'latin1' : 'utf8', from, to);
}

/** Longer texts are seldom repeated. */
const LONGEST_KEPT = 64;
/** Number of cached strings: a power of two. */
const SLOTS = 1 << 12;
/** If fewer than this share of `JUDGED_BY` reads were found in the cache, caching stops. */
const LEAST_KNOWN = 1 / 4;
const JUDGED_BY = 4096;

/**
 * A cache of strings for short texts: kinds, clients and hashtags are repeated in most rows. It avoids making
 * strings, and one string instead of many copies is also faster to look up in maps.
 */
export class StringCache {
  readonly #bytes = new Uint8Array(SLOTS * LONGEST_KEPT);
  /** Length of the text in each slot, plus one; 0 for an empty slot. */
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #strings: string[] = Array.from({ length: SLOTS }, () => '');
  #isKept = true;
  #asked = 0;
  #known = 0;

  /** Decodes valid UTF-8 bytes. */
  read(bytes: Buffer, from: number, to: number): string {
    const length = to - from;
    if (length === 0) return '';
    if (!this.#isKept || length > LONGEST_KEPT) return decodeUtf8(bytes, from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? outOfRange()), 0x0100_0193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (++this.#asked === JUDGED_BY) this.#judge();
    if (this.#holds(slot, bytes, from, length)) {
      this.#known++;
      return this.#strings[slot] ?? outOfRange();
    }
    const text = decodeUtf8(bytes, from, to);
    this.#bytes.set(bytes.subarray(from, to), slot * LONGEST_KEPT);
    this.#lengths[slot] = length + 1;
    this.#strings[slot] = text;
    return text;
  }

  #holds(slot: number, bytes: Buffer, from: number, length: number): boolean {
    if (this.#lengths[slot] !== length + 1) return false;
    const place = slot * LONGEST_KEPT;
    for (let k = 0; k < length; k++) if (this.#bytes[place + k] !== bytes[from + k]) return false;
    return true;
  }

  #judge(): void {
    this.#isKept = this.#known >= LEAST_KNOWN * this.#asked;
    this.#asked = this.#known = 0;
  }
}
