import { outOfRange } from './array-access.js';

/**
 * Gini coefficient of ascending numbers ≥ 0: G = 2 Σ i·x_i / (n Σ x_i) − (n + 1)/n, i from 1. 0 if all are equal,
 * 1 − 1/n if one has everything; 0 if the sum is 0.
 */
export function gini(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  let all = 0;
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    const value = sorted[i] ?? outOfRange();
    all += value;
    ranked += (i + 1) * value;
  }
  return all === 0 ? 0 : (2 * ranked) / (n * all) - (n + 1) / n;
}
