import type { Estimate } from '../documents/evaluation.js';
import type { Interval } from '../stats/bootstrap.js';
import { wilsonInterval } from '../stats/wilson-interval.js';

/** A value with its interval for a document: null for unknown numbers. */
export function toEstimate(value: number, interval: Interval | undefined): Estimate {
  return {
    value: finiteOrNull(value),
    low: finiteOrNull(interval?.low ?? Number.NaN),
    high: finiteOrNull(interval?.high ?? Number.NaN),
  };
}

/** Converts NaN (cannot be computed) to null. */
export function finiteOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A share k of n with its 95% interval. */
export function shareOf(k: number, n: number): Estimate {
  return toEstimate(k / n, wilsonInterval(k, n));
}
