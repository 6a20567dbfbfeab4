import { logGamma } from './log-gamma.js';

/**
 * P(X ≥ k) for X ~ Poisson(mean): the regularised lower incomplete gamma function P(k, mean) (DLMF 8.4.10).
 * By its series where the tail is small, so that values far below 1e-16 keep their digits. k whole, mean ≥ 0.
 */
export function poissonTail(k: number, mean: number): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 0;
  return mean < k + 1 ? lowerSeries(k, mean) : 1 - lowerSum(k, mean);
}

/** P(X ≥ k) = Σ_{j ≥ k} e^−m m^j / j!; its terms fall from the first on, since mean < k + 1. */
function lowerSeries(k: number, mean: number): number {
  let term = Math.exp(-mean + k * Math.log(mean) - logGamma(k + 1));
  let sum = term;
  for (let j = k + 1; term > sum * 1e-16; j++) {
    term *= mean / j;
    sum += term;
  }
  return Math.min(1, sum);
}

/** P(X < k), summed downwards from its largest term. */
function lowerSum(k: number, mean: number): number {
  let term = Math.exp(-mean + (k - 1) * Math.log(mean) - logGamma(k));
  let sum = term;
  for (let j = k - 1; j > 0 && term > sum * 1e-16; j--) {
    term *= j / mean;
    sum += term;
  }
  return Math.min(1, sum);
}
