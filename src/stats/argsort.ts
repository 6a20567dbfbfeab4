import { increment, outOfRange } from './array-access.js';

/** Digits of 11 bits: three for each half of a 64-bit number, with tables that fit in the fastest cache. */
const BITS = 11;
const VALUES = 1 << BITS;
const PER_HALF = 3;

/** Index of the upper half among the two halves of a number: 1 on little-endian machines. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * The indices of `values`, in ascending order of the values, NaN last; equal values keep their order. A radix sort of
 * the bits of the numbers, from the least significant digit, in linear time.
 */
export function argsort(values: ArrayLike<number>): Uint32Array {
  const keys = sortableBits(values);
  const counts = countDigits(keys);
  let order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let next = new Uint32Array(values.length);
  for (let digit = 0; digit < 2 * PER_HALF; digit++) {
    const starts = counts.subarray(digit * VALUES, (digit + 1) * VALUES);
    // If all numbers have the same digit, there is nothing to sort.
    if (starts.includes(values.length)) continue;
    for (let value = 0, start = 0; value < VALUES; value++) {
      const count = starts[value] ?? outOfRange();
      starts[value] = start;
      start += count;
    }
    const half = digit < PER_HALF ? 1 - UPPER : UPPER;
    const shift = (digit % PER_HALF) * BITS;
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      const value = ((keys[2 * i + half] ?? outOfRange()) >>> shift) & (VALUES - 1);
      next[increment(starts, value)] = i;
    }
    [order, next] = [next, order];
  }
  return order;
}

/**
 * The bits of each number as two halves, changed so that their order as unsigned integers is the order of the numbers.
 */
function sortableBits(values: ArrayLike<number>): Uint32Array {
  const numbers = new Float64Array(values);
  // Makes −0 equal to 0: −0 + 0 = 0.
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] ?? outOfRange()) + 0;
  const keys = new Uint32Array(numbers.buffer);
  for (let i = 0; i < values.length; i++) {
    const at = 2 * i + UPPER;
    const other = 2 * i + 1 - UPPER;
    const upper = keys[at] ?? outOfRange();
    if (Number.isNaN(values[i])) {
      keys[at] = 0xffff_ffff;
      keys[other] = 0;
    } else if (upper >>> 31 === 1) {
      keys[at] = ~upper;
      keys[other] = ~(keys[other] ?? outOfRange());
    } else keys[at] = upper | 0x8000_0000;
  }
  return keys;
}

function countDigits(keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(2 * PER_HALF * VALUES);
  for (let k = 0; k < keys.length; k++) {
    const base = k % 2 === UPPER ? PER_HALF * VALUES : 0;
    const bits = keys[k] ?? outOfRange();
    for (let digit = 0; digit < PER_HALF; digit++) {
      const at = base + digit * VALUES + ((bits >>> (digit * BITS)) & (VALUES - 1));
      increment(counts, at);
    }
  }
  return counts;
}
