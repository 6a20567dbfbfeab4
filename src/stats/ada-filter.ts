import { rankOrder, upperBound } from './search.js';

/**
 * AdaFilter, the adaptive filtering procedure for partial conjunction hypotheses of Wang, Gui, Su, Sabatti & Owen
 * (Annals of Statistics 2022, arXiv 1610.03330): as false discovery rate of rejecting all i with `select[i]` ≤ γ it
 * estimates γ · #{filter ≤ γ} / #{select ≤ γ}. A hypothesis that fails the filter could never be rejected and does not count.
 *
 * @param filter p-values of the weaker claim (here: at least one family), a bound below `select` for each i
 * @param select p-values of the claim itself (here: at least two families)
 * @returns for each i the least estimated rate at which it is rejected, 0 to 1 (as a q-value: monotone in `select`)
 */
export function adaFilter(filter: Float64Array, select: Float64Array): Float64Array {
  const order = rankOrder(select);
  const filters = Float64Array.from(filter).sort();
  const selects = Float64Array.from(select).sort();
  const q = new Float64Array(select.length);
  let least = 1;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] ?? 0;
    const threshold = select[i] ?? 1;
    const rate = (threshold * upperBound(filters, threshold)) / upperBound(selects, threshold);
    least = Math.min(least, rate);
    q[i] = least;
  }
  return q;
}
