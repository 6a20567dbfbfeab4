import { argsort } from './argsort.js';
import { outOfRange } from './array-access.js';
import { upperBound } from './search.js';

/** A p-value above this is no evidence of anything: one in five shows as much by chance. */
const MOST = 0.2;

/**
 * For each i the least false discovery rate at which the claim "both of two things" is made of it, from a p-value for
 * each of the two. It is made of all with first ≤ τ and second ≤ γ, where γ = ratio · τ. Of those that pass one
 * threshold and fail the other, almost all lack the other; so among n of them that pass the first and fail the second,
 * n / (1 − γ) is a (high) estimate of how many that pass the first lack the second, and γ of those are claimed by
 * chance. One is added to each n, so that few claims cannot rest on none. This is the filtering idea of AdaFilter
 * (Wang, Gui, Su, Sabatti & Owen, Annals of Statistics 2022, doi 10.1214/21-aos2139) with the share of nulls after the
 * filter estimated as by Storey (2002), as arXiv 2508.15363 proposes.
 *
 * An account with a p-value above `MOST` is never claimed, however few such accounts there are.
 *
 * @param first p-values, 0 to 1
 * @param second p-values, 0 to 1, of the same things
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
