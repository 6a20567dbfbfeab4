import type { Random } from './random.js';

/**
 * Divides `total` into `count` whole numbers. Each is at least `least`; the rest is divided in proportion to log-normal
 * weights (`sigma`: standard deviation of the logarithm; `factor`: multiplies the i-th weight). The largest-remainder
 * method makes the sum exact. If the total is too small, everyone gets `least`.
 */
export function partitionLogNormal(
  random: Random,
  total: number,
  count: number,
  least: number,
  sigma: number,
  factor: (i: number) => number = () => 1,
): number[] {
  const weights = Array.from({ length: count }, (_, i) => random.logNormal(1, sigma) * factor(i));
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = Math.max(0, total - least * count);
  const exact = weights.map((weight) => (weight / sum) * spare);
  const shares = exact.map((share) => least + Math.floor(share));
  let left = spare - exact.reduce((a, share) => a + Math.floor(share), 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left < 1) break;
    shares[i] = (shares[i] ?? least) + 1;
    left--;
  }
  return shares;
}
