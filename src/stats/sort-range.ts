import { outOfRange } from './array-access.js';

/**
 * Maximum number of values for insertion sort: for so few, calling the sort of typed arrays takes longer than sorting.
 */
const FEW = 48;

/** Sorts the values from index `from` to `to` (exclusive), ascending and in place. */
export function sortRange(values: Uint32Array, from: number, to: number): void {
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k] ?? outOfRange();
    let at = k;
    for (; at > from && (values[at - 1] ?? outOfRange()) > value; at--) values[at] = values[at - 1] ?? outOfRange();
    values[at] = value;
  }
}
