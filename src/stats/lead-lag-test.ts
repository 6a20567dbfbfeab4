import { outOfRange } from './array-access.js';

export interface LeadLagResult {
  /** The lag, in steps, at which the first series best predicts the second; from 1. */
  readonly lag: number;
  /** Their correlation at that lag. */
  readonly correlation: number;
  /**
   * Share of all circular shifts of one against the other in which the first predicts the second at least as well as
   * here.
   */
  readonly p: number;
}

/**
 * Circular cross-correlation of two series of one length n, of mean zero: Σ a(t) b(t + lag) / √(Σa² Σb²) for each lag
 * from 0 to n − 1. All 0 if either series is 0. Quadratic in n.
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
 * Tests whether the first series leads the second: compares the largest weight(lag) · correlation(lag) over lags of 1
 * to `longest` steps with that of all n circular shifts of one series against the other, including the shift by 0. A
 * shift does not change either series, only their alignment. So the p-value is exact, and at least 1/n, if the series
 * have no rhythm in common.
 *
 * The weight must decrease with the lag. With equal weights, all shifts that move a true lead within the window would
 * look as good as it, and no lead could have a p-value below longest/n.
 *
 * @param correlation circular, of each lag, as `crossCorrelation` returns it
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
