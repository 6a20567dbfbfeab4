import type { Sets } from './rarity.js';

/**
 * Sets drawn in 64 bits each, every member as one bit: where two drawings differ in a bit, a member is in one set alone.
 * So most sets that share little are told apart without looking at them (bitmap filter: Sandes, Teodoro & Melo 2020).
 */
export class Sketches {
  readonly #sets: Sets;
  /** Two halves a set. */
  readonly #bits: Uint32Array;

  constructor(sets: Sets) {
    this.#sets = sets;
    this.#bits = new Uint32Array(2 * sets.count);
  }

  draw(i: number): void {
    const chunk = this.#sets.chunkOf(i);
    const to = this.#sets.toOf(i);
    let high = 0;
    let low = 0;
    for (let k = this.#sets.fromOf(i); k < to; k++) {
      const member = chunk[k] ?? 0;
      if ((member & 32) === 0) low |= 1 << member;
      else high |= 1 << member;
    }
    this.#bits[2 * i] = high;
    this.#bits[2 * i + 1] = low;
  }

  /** How many members, at least, are in one of two sets that were drawn, and not in both. */
  apart(i: number, j: number): number {
    const bits = this.#bits;
    return ones((bits[2 * i] ?? 0) ^ (bits[2 * j] ?? 0)) + ones((bits[2 * i + 1] ?? 0) ^ (bits[2 * j + 1] ?? 0));
  }
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x5555_5555);
  sum = (sum & 0x3333_3333) + ((sum >>> 2) & 0x3333_3333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
