import { outOfRange } from '../stats/array-access.js';
import { maxSymmetricDifference } from './jaccard.js';
import type { RaggedSets } from './pair-ranks.js';

/**
 * The number of bits of a sketch for members. The other bits of the 64 hold the set's size; their largest value
 * stands for all larger sizes too.
 */
const DRAWN = 58;
const SIZE_BITS = 64 - DRAWN;
const MANY = 2 ** SIZE_BITS - 1;

/**
 * Sketches of sets in 58 bits, with one bit per member: a bit that differs between two sketches proves that a member
 * is in only one of the sets. So most pairs of dissimilar sets are excluded without reading them (bitmap filter:
 * Sandes, Teodoro & Melo 2020).
 */
export class BitSketches {
  /** Signed, like the results of bitwise operations. */
  readonly #high: Int32Array;
  readonly #low: Int32Array;

  constructor(sets: RaggedSets) {
    this.#high = new Int32Array(sets.count);
    this.#low = new Int32Array(sets.count);
    for (let i = 0; i < sets.count; i++) this.#draw(i, sets.chunkOf(i), sets.fromOf(i), sets.toOf(i));
  }

  /** The first half of a set's sketch. */
  high(i: number): number {
    return this.#high[i] ?? outOfRange();
  }

  /** The second half, which contains the size. */
  low(i: number): number {
    return this.#low[i] ?? outOfRange();
  }

  #draw(i: number, members: Uint32Array, from: number, to: number): void {
    let high = 0;
    let low = 0;
    for (let k = from; k < to; k++) {
      const bit = (members[k] ?? outOfRange()) % DRAWN;
      if (bit < 32) high |= 1 << bit;
      else low |= 1 << bit;
    }
    this.#high[i] = high;
    this.#low[i] = (low << SIZE_BITS) | Math.min(to - from, MANY);
  }
}

/** For each total size of two sets, the most members in only one of them if the sets are similar. */
const MOST_APART = Uint8Array.from({ length: 2 * MANY + 1 }, (_, all) => maxSymmetricDifference(all));

/** Whether the sketches of two sets, each as two 32-bit halves, prove that the sets are not similar. */
export function cannotBeSimilar(high: number, low: number, highOfOther: number, lowOfOther: number): boolean {
  const size = low & MANY;
  const sizeOfOther = lowOfOther & MANY;
  if (size === MANY || sizeOfOther === MANY) return false;
  return (
    onesOfBoth(high ^ highOfOther, (low ^ lowOfOther) >>> SIZE_BITS) > (MOST_APART[size + sizeOfOther] ?? outOfRange())
  );
}

/**
 * Writes into `found` those of some sets whose sketch does not exclude that they are similar to one; returns their
 * number. Like `cannotBeSimilar`, but as one loop, because for a million posts it runs a hundred million times.
 *
 * @param sketches in halves; set k's at 2k and 2k + 1
 */
export function writeSimilar(
  sketches: Int32Array,
  sets: Uint32Array,
  from: number,
  to: number,
  high: number,
  low: number,
  found: Uint32Array,
): number {
  const size = low & MANY;
  let count = 0;
  for (let k = from; k < to; k++) {
    const other = sketches[2 * k + 1] ?? outOfRange();
    const sizeOfOther = other & MANY;
    const apart = onesOfBoth(high ^ (sketches[2 * k] ?? outOfRange()), (low ^ other) >>> SIZE_BITS);
    if (apart > (MOST_APART[size + sizeOfOther] ?? outOfRange()) && size !== MANY && sizeOfOther !== MANY) continue;
    found[count++] = sets[k] ?? outOfRange();
  }
  return count;
}

/**
 * The number of set bits in two 32-bit words: counted in pairs of bits, then in fours, and from there on together
 * (Warren, Hacker's Delight, 5-1).
 */
function onesOfBoth(one: number, two: number): number {
  let sum = one - ((one >>> 1) & 0x5555_5555);
  let other = two - ((two >>> 1) & 0x5555_5555);
  sum = (sum & 0x3333_3333) + ((sum >>> 2) & 0x3333_3333);
  other = (other & 0x3333_3333) + ((other >>> 2) & 0x3333_3333);
  // Each group of four bits now holds at most 8 in total.
  sum += other;
  return Math.imul((sum & 0x0f0f_0f0f) + ((sum >>> 4) & 0x0f0f_0f0f), 0x0101_0101) >>> 24;
}
