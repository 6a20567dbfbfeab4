import type { Interval } from './bootstrap.js';

/** Two-sided 95%. */
const Z = 1.959_963_984_540_054;

/**
 * 95% score interval of a share k of n (Wilson 1927, doi 10.1080/01621459.1927.10502953):
 * (k + z²/2 ± z √(k(n − k)/n + z²/4)) / (n + z²). It assumes that the n are independent, which accounts of one push are
 * not. NaN at both ends if n is 0.
 */
export function wilsonInterval(k: number, n: number): Interval {
  if (n === 0) return { low: Number.NaN, high: Number.NaN };
  const middle = (k + (Z * Z) / 2) / (n + Z * Z);
  const reach = (Z * Math.sqrt((k * (n - k)) / n + (Z * Z) / 4)) / (n + Z * Z);
  return { low: k === 0 ? 0 : middle - reach, high: k === n ? 1 : middle + reach };
}
