import type { Estimate } from '../documents/evaluation.js';
import type { Interval } from '../stats/bootstrap.js';
import { wilsonInterval } from '../stats/wilson-interval.js';

/** A value with its interval, as it is printed: null for what is not known. */
export function toEstimate(value: number, interval: Interval | undefined): Estimate {
  return {
    value: finiteOrNull(value),
    low: finiteOrNull(interval?.low ?? Number.NaN),
    high: finiteOrNull(interval?.high ?? Number.NaN),
  };
}

/** What is not a number cannot be had: null. */
export function finiteOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A share k of n with its 95% interval. */
export function shareOf(k: number, n: number): Estimate {
  return toEstimate(k / n, wilsonInterval(k, n));
}
