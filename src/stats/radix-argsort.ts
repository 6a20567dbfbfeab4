import { increment, outOfRange } from './array-access.js';

const DIGIT = 16;
const BUCKETS = 2 ** DIGIT;

/**
 * The indices of whole numbers (any, up to 2⁵³ apart), those of the smallest first; equal ones keep their order. Radix sort
 * (Knuth, The Art of Computer Programming 3, 5.2.5): time grows as the number of values.
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
  for (let unit = 1; unit <= most - least; unit *= BUCKETS) {
    const next = new Uint32Array(BUCKETS + 1);
    const digit = (i: number): number => Math.floor(((values[i] ?? outOfRange()) - least) / unit) % BUCKETS;
    for (let i = 0; i < values.length; i++) {
      const bucket = digit(i) + 1;
      increment(next, bucket);
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      next[bucket + 1] = (next[bucket + 1] ?? outOfRange()) + (next[bucket] ?? outOfRange());
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      const bucket = digit(i);
      other[increment(next, bucket)] = i;
    }
    [order, other] = [other, order];
  }
  return order;
}
