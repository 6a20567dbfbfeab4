import { leastSquaresResiduals } from '../stats/residuals.js';
import { DAY } from '../time/units.js';

/** Harmonics per day (or week): three can represent different levels at night, at noon and in the evening. */
const HARMONICS = 3;
/** Number of past bins used to predict a series: enough to remove its autocorrelation, in the series tried. */
const ORDER = 2;

/**
 * Removes the rhythm and the own past of a series of counts: residuals of log(1 + count) on a constant, the first
 * harmonics of the day (of the week where bins are days), and its last two values. The logarithm limits the effect of a
 * single spike.
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
  // Values before the first bin are unknown; the mean replaces them.
  for (let k = 1; k <= ORDER; k++) columns.push(y.map((_, t) => y[t - k] ?? mean));
  if (beside !== undefined) columns.push(beside.map(Math.log1p));
  return leastSquaresResiduals(y, columns);
}
