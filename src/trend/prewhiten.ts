import { leastSquaresResiduals } from '../stats/residuals.js';
import { DAY } from '../time/units.js';

/** Harmonics per day (or week): three separate the hours of sleep, of noon and of the evening. */
const HARMONICS = 3;
/** Bins of its own past that a series is foretold by: enough that what is left has no memory, in the series tried. */
const ORDER = 2;

/**
 * What a series of counts has beyond its rhythm and its own past: residuals of log(1 + count) on a constant, the first
 * harmonics of the day (of the week where bins are days), and its two last values. The logarithm keeps one spike from
 * being everything.
 *
 * @param bin width in milliseconds
 * @param beside counts in the same bins whose simultaneous effect is removed as well
 */
export function prewhiten(counts: Float64Array, bin: number, beside?: Float64Array): Float64Array {
  const y = counts.map(Math.log1p);
  const period = (bin < DAY ? DAY : 7 * DAY) / bin;
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const columns = [y.map(() => 1)];
  for (let h = 1; h <= HARMONICS && 2 * h < period; h++) {
    columns.push(
      y.map((_, t) => Math.cos((2 * Math.PI * h * t) / period)),
      y.map((_, t) => Math.sin((2 * Math.PI * h * t) / period)),
    );
  }
  // What came before the first bin is not known; the mean is the best guess.
  for (let k = 1; k <= ORDER; k++) columns.push(y.map((_, t) => y[t - k] ?? mean));
  if (beside !== undefined) columns.push(beside.map(Math.log1p));
  return leastSquaresResiduals(y, columns);
}
