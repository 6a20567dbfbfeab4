import { argsort } from './argsort.js';
import { outOfRange } from './array-access.js';

/**
 * For each i the share of the *other* elements, by weight, whose value is at least its own, with one added to numerator
 * and denominator: (Σ_{j≠i} w_j·[v_j ≥ v_i] + 1) / (Σ_{j≠i} w_j + 1). An empirical p-value that is never 0 (Phipson &
 * Smyth 2010) in a background whose members are weighted by the probability that they belong to it. Elements with NaN
 * are left out, and get 1.
 *
 * @param order the elements to compare, in the order of their values; the others are not touched in `into`
 */
export function weightedEmpiricalPValues(
  values: Float64Array,
  weights: Float64Array,
  order: Uint32Array = argsort(values).filter((i) => !Number.isNaN(values[i])),
  into: Float64Array = new Float64Array(values.length).fill(1),
): Float64Array {
  let total = 0;
  for (const i of order) total += weights[i] ?? outOfRange();
  let above = 0;
  for (let last = order.length - 1; last >= 0;) {
    let first = last;
    const value = values[order[last] ?? outOfRange()];
    while (first >= 0 && values[order[first] ?? outOfRange()] === value) {
      above += weights[order[first] ?? outOfRange()] ?? outOfRange();
      first--;
    }
    for (let k = first + 1; k <= last; k++) {
      const i = order[k] ?? outOfRange();
      const own = weights[i] ?? outOfRange();
      into[i] = Math.min(1, (above - own + 1) / (total - own + 1));
    }
    last = first;
  }
  return into;
}
