import { DAY, HOUR, MINUTE, SECOND } from '../time/units.js';

const STEPS = [DAY, HOUR, MINUTE, SECOND] as const;

/**
 * The coarsest of day, hour, minute, second and millisecond of which every given time is a whole number: how finely a
 * dump tells time. NaN is left out; 1 where nothing is left.
 */
export function timeGranularity(times: Float64Array): number {
  let at = 0;
  let known = false;
  for (const time of times) {
    if (Number.isNaN(time)) continue;
    known = true;
    while (at < STEPS.length && time % (STEPS[at] ?? 1) !== 0) at++;
    if (at === STEPS.length) break;
  }
  return known ? (STEPS[at] ?? 1) : 1;
}
