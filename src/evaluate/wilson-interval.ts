import type { Estimate } from '../documents/evaluation.js';

/** Two-sided 95%. */
const Z = 1.959_963_984_540_054;

/**
 * A share k of n with its 95% score interval (Wilson 1927, doi 10.1080/01621459.1927.10502953):
 * (k + z²/2 ± z √(k(n − k)/n + z²/4)) / (n + z²). It takes the n for independent, which accounts of one push are not.
 */
export function wilsonInterval(k: number, n: number): Estimate {
  if (n === 0) return { value: null, low: null, high: null };
  const middle = (k + (Z * Z) / 2) / (n + Z * Z);
  const reach = (Z * Math.sqrt((k * (n - k)) / n + (Z * Z) / 4)) / (n + Z * Z);
  return { value: k / n, low: k === 0 ? 0 : middle - reach, high: k === n ? 1 : middle + reach };
}
