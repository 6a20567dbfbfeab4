import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const RESAMPLES = 1000;

/** Two-sided 95%. */
const TAIL = 0.025;
/** Spreads seeds that are close together (2³² divided by the golden ratio). */
const SPREAD = 0x9e37_79b1;

/**
 * Percentile bootstrap (Efron & Tibshirani 1993, chapter 13). `resample` draws a new sample of the data with a source
 * of numbers in [0, 1), and returns the figures. Returns the 95% interval of each figure, over the resamples in which
 * it is a number; the same seed gives the same intervals.
 */
export function bootstrap(resample: (uniform: () => number) => readonly number[], seed: number): Interval[] {
  const random = xoroshiro128plus(Math.imul(seed, SPREAD));
  const seen: number[][] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    for (const [k, value] of resample(() => uniformFloat64(random)).entries()) (seen[k] ??= []).push(value);
  }
  return seen.map((values) => {
    const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
    return { low: quantile(sorted, TAIL), high: quantile(sorted, 1 - TAIL) };
  });
}

/** NaN at both ends if no resample gave a number. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The quantile, linear between the order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}
