/** When two texts, as the sets of their word pairs, count as copies. */

import { outOfRange } from '../stats/array-access.js';

/**
 * Two texts count as copies when they share at least half of their word pairs (Jaccard). One word changed in a text of
 * ten words, and one added at its end, leaves 0.58; a word dropped, 0.7. Two sentences of one's own share next to none.
 */
const SIMILAR = 0.5;

/** Of a set's members in any one order, so many at the front that one of them is among as many of every similar set. */
export function prefixLength(size: number): number {
  return size - Math.ceil(SIMILAR * size) + 1;
}

/** How many members two similar sets share at least, which have so many together: s / (all − s) ≥ `SIMILAR`. */
function leastShared(all: number): number {
  return Math.ceil((all * SIMILAR) / (1 + SIMILAR));
}

/** How many members of two similar sets are in one of them alone, at most. */
export function maxSymmetricDifference(all: number): number {
  return all - 2 * leastShared(all);
}

/**
 * Shared members over all members of two ascending sets of numbers below 2³¹; 0 where they are below `SIMILAR`, as soon
 * as that is sure. Which of two members is smaller is told by the sign of their difference: a processor cannot foresee
 * it, and would go wrong at every other branch.
 */
export function jaccardAtLeast(
  a: Uint32Array,
  fromA: number,
  toA: number,
  b: Uint32Array,
  fromB: number,
  toB: number,
): number {
  const all = toA - fromA + (toB - fromB);
  const spare = maxSymmetricDifference(all);
  // Where both sets go on, so many members of either were passed by together, those that are shared twice.
  let steps = 0;
  let i = fromA;
  let j = fromB;
  while (i < toA && j < toB) {
    const apart = (((a[i] ?? outOfRange()) | 0) - ((b[j] ?? outOfRange()) | 0)) | 0;
    // 1 where the one is not the larger, 0 where it is.
    i += 1 + (-apart >> 31);
    j += 1 + (apart >> 31);
    steps++;
    if (2 * steps - (i - fromA + (j - fromB)) > spare) return 0;
  }
  const shared = i - fromA + (j - fromB) - steps;
  return shared >= leastShared(all) ? shared / (all - shared) : 0;
}
