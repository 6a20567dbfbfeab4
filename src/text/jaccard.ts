/** Decides when two texts, as sets of word pairs, count as duplicates. */

import { outOfRange } from '../stats/array-access.js';

/**
 * Two texts count as duplicates if they share at least half of their word pairs (Jaccard). In a text of ten words,
 * one changed word plus one added at the end gives 0.58; one removed word gives 0.7. Two independently written
 * sentences share almost nothing.
 */
const SIMILAR = 0.5;

/** The length of a prefix, in any fixed order of members, such that the prefixes of similar sets share a member. */
export function prefixLength(size: number): number {
  return size - Math.ceil(SIMILAR * size) + 1;
}

/**
 * The minimum number of shared members s of two similar sets with `all` members in total: s / (all − s) ≥ `SIMILAR`.
 */
function leastShared(all: number): number {
  return Math.ceil((all * SIMILAR) / (1 + SIMILAR));
}

/** The maximum number of members that are in only one of two similar sets. */
export function maxSymmetricDifference(all: number): number {
  return all - 2 * leastShared(all);
}

/**
 * Jaccard similarity of two ascending sets of numbers below 2³¹; 0 if it is below `SIMILAR`, as soon as that is
 * certain. The comparison uses the sign of the difference instead of a branch, because a processor would mispredict
 * half of the branches.
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
  // Number of steps; a step that advances in both sets is a shared member.
  let steps = 0;
  let i = fromA;
  let j = fromB;
  while (i < toA && j < toB) {
    const apart = (((a[i] ?? outOfRange()) | 0) - ((b[j] ?? outOfRange()) | 0)) | 0;
    // 1 if this member is not the larger one, else 0.
    i += 1 + (-apart >> 31);
    j += 1 + (apart >> 31);
    steps++;
    if (2 * steps - (i - fromA + (j - fromB)) > spare) return 0;
  }
  const shared = i - fromA + (j - fromB) - steps;
  return shared >= leastShared(all) ? shared / (all - shared) : 0;
}
