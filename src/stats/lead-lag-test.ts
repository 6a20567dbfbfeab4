import { outOfRange } from './array-access.js';

export interface LeadLagResult {
  /** The lag, in steps, at which the first series foretells the second most; from 1. */
  readonly lag: number;
  /** Their correlation at that lag. */
  readonly correlation: number;
  /** Share of all circular shifts of one against the other in which it does so at least as much. */
  readonly p: number;
}

/**
 * Circular cross-correlation of two series of one length n, of mean zero: Σ a(t) b(t + lag) / √(Σa² Σb²) for each lag
 * from 0 to n − 1. All 0 where either series is. Quadratic in n.
 */
export function crossCorrelation(a: Float64Array, b: Float64Array): Float64Array {
  const n = a.length;
  let [ofA, ofB] = [0, 0];
  for (let t = 0; t < n; t++) {
    ofA += (a[t] ?? outOfRange()) ** 2;
    ofB += (b[t] ?? outOfRange()) ** 2;
  }
  const scale = Math.sqrt(ofA * ofB);
  const correlation = new Float64Array(n);
  if (scale === 0) return correlation;
  for (let lag = 0; lag < n; lag++) {
    let sum = 0;
    for (let t = 0, s = lag; t < n; t++, s++) {
      if (s === n) s = 0;
      sum += (a[t] ?? outOfRange()) * (b[s] ?? outOfRange());
    }
    correlation[lag] = sum / scale;
  }
  return correlation;
}

/**
 * Whether the first series leads the second: the largest of weight(lag) · correlation(lag) over lags of 1 to `longest`
 * steps, among what all n circular shifts of one against the other give, that of nothing included. Each series keeps
 * its own course in every shift; only where it lies against the other changes. So the p-value is exact, 1/n at the
 * least, where the series have no rhythm in common.
 *
 * The weight has to fall with the lag. With equal ones the shifts that move a true lead about within the window would
 * all look as good as it, and no lead could have a p-value below longest/n.
 *
 * @param correlation circular, of each lag, as `crossCorrelation` gives it
 */
export function leadLagTest(
  correlation: Float64Array,
  longest: number,
  weight: (lag: number) => number,
): LeadLagResult {
  const n = correlation.length;
  const at = (lag: number): number => correlation[lag % n] ?? outOfRange();
  const best = (shift: number): number => {
    let most = -Infinity;
    for (let lag = 1; lag <= longest; lag++) most = Math.max(most, weight(lag) * at(lag + shift));
    return most;
  };
  const found = best(0);
  let asMuch = 0;
  for (let shift = 0; shift < n; shift++) if (best(shift) >= found) asMuch++;
  let lag = 1;
  while (lag < longest && weight(lag) * at(lag) < found) lag++;
  return { lag, correlation: at(lag), p: asMuch / n };
}
