import { argsort } from './argsort.js';
import { outOfRange } from './array-access.js';
import { upperBound } from './search.js';

/** A p-value above this is not evidence: one in five accounts shows as much by chance. */
const MOST = 0.2;

/**
 * For each i, the smallest false discovery rate at which the claim "both of two effects" is made for it, from a p-value
 * for each effect. It is made for all elements with first ≤ τ and second ≤ γ, where γ = ratio · τ. Almost all elements
 * that pass one threshold and fail the other lack the other effect. So if n elements pass the first and fail the
 * second, n / (1 − γ) is a (high) estimate of how many of those that pass the first lack the second effect; a share γ
 * of these is claimed by chance. One is added to each n, so that a few claims cannot be based on n = 0. This is the
 * filtering idea of AdaFilter (Wang, Gui, Su, Sabatti & Owen, Annals of Statistics 2022, doi 10.1214/21-aos2139) with
 * the share of nulls after the filter estimated as by Storey (2002), as arXiv 2508.15363 proposes.
 *
 * An account with a p-value above `MOST` is never claimed, even if there are few such accounts.
 *
 * @param first p-values, 0 to 1
 * @param second p-values, 0 to 1, of the same elements
 * @returns rates, 0 to 1, as q-values: monotone in max(first · √ratio, second / √ratio)
 */
export function partialConjunctionQValues(first: Float64Array, second: Float64Array, ratio: number): Float64Array {
  const root = Math.sqrt(ratio);
  const one = first.map((p) => p * root);
  const two = second.map((p) => p / root);
  const both = one.map((p, i) => Math.max(p, two[i] ?? outOfRange()));
  const order = argsort(both);
  const ones = Float64Array.from(one).sort();
  const twos = Float64Array.from(two).sort();
  const boths = Float64Array.from(both).sort();
  const q = new Float64Array(both.length).fill(1);
  let least = 1;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] ?? outOfRange();
    const threshold = both[i] ?? outOfRange();
    const [tau, gamma] = [threshold / root, threshold * root];
    if (tau <= MOST && gamma <= MOST) {
      const claimed = upperBound(boths, threshold);
      const lackSecond = upperBound(ones, threshold) - claimed + 1;
      const lackFirst = upperBound(twos, threshold) - claimed + 1;
      least = Math.min(least, ((gamma / (1 - gamma)) * lackSecond + (tau / (1 - tau)) * lackFirst) / claimed);
    }
    q[i] = least;
  }
  return q;
}
