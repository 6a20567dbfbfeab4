import { DAY, HOUR, MINUTE, SECOND } from '../time/units.js';

const STEPS = [DAY, HOUR, MINUTE, SECOND] as const;

/**
 * The time resolution of a dump: the coarsest of day, hour, minute, second and millisecond of which every given time
 * is a multiple. NaN is ignored; the result is 1 if there is no time.
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
