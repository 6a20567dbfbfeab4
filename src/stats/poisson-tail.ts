import { logGamma } from './log-gamma.js';

/** Terms that are smaller than this share of the sum do not change any of its digits. */
const NEGLIGIBLE = 1e-17;

/**
 * P(X ≥ k) for X ~ Poisson(mean), from the terms on the side of the mean where they decrease. k is an integer,
 * mean ≥ 0.
 */
export function poissonTail(k: number, mean: number): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 0;
  const upwards = k > mean;
  let term = probability(upwards ? k : k - 1, mean);
  let sum = 0;
  for (let i = upwards ? k : k - 1; i >= 0 && term > NEGLIGIBLE * sum; i += upwards ? 1 : -1) {
    sum += term;
    term *= upwards ? mean / (i + 1) : i / mean;
  }
  return upwards ? sum : 1 - sum;
}

/** P(X = k) = mean^k · e^(−mean) / k! */
function probability(k: number, mean: number): number {
  return Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
}
