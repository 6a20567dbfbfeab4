import { increment, outOfRange } from './array-access.js';

const DIGIT = 16;
const BUCKETS = 2 ** DIGIT;
const DIGITS_PER_HALF = 32 / DIGIT;

/**
 * The indices of integers (any, up to 2⁵³ apart), smallest first; equal ones keep their order. Radix sort (Knuth, The
 * Art of Computer Programming 3, 5.2.5): the time is linear in the number of values.
 */
export function radixArgsort(values: Float64Array): Uint32Array {
  let order = new Uint32Array(values.length);
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    order[i] = i;
    least = Math.min(least, values[i] ?? outOfRange());
    most = Math.max(most, values[i] ?? outOfRange());
  }
  let other = new Uint32Array(values.length);
  const spread = most - least;
  for (let digit = 0; 2 ** (DIGIT * digit) <= spread; digit++) {
    const isUpper = digit >= DIGITS_PER_HALF;
    const shift = DIGIT * (digit % DIGITS_PER_HALF);
    const next = new Uint32Array(BUCKETS + 1);
    for (let i = 0; i < values.length; i++)
      increment(next, digitOf((values[i] ?? outOfRange()) - least, isUpper, shift) + 1);
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      next[bucket + 1] = (next[bucket + 1] ?? outOfRange()) + (next[bucket] ?? outOfRange());
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      other[increment(next, digitOf((values[i] ?? outOfRange()) - least, isUpper, shift))] = i;
    }
    [order, other] = [other, order];
  }
  return order;
}

/**
 * A digit of one of the halves of an integer below 2⁵³. Products with powers of two are exact, and about ten times as
 * fast as a remainder.
 */
function digitOf(value: number, isUpper: boolean, shift: number): number {
  const upper = Math.floor(value * 2 ** -32);
  return ((isUpper ? upper : value - upper * 2 ** 32) >>> shift) & (BUCKETS - 1);
}
