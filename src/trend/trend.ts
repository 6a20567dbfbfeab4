import type { Verdict } from '../evidence.js';
import type { Columns } from '../measure/measurements.js';
import type { Trend } from '../result.js';
import { lead } from './lead.js';
import { pickUp } from './pick-up.js';
import { push } from './push.js';
import { hourly, hourOf } from './volume.js';

/** Who pushed, when the public came, and which of them came first. */
export function trend(m: Columns, verdicts: readonly Verdict[]): Trend {
  const hours = hourly(m, verdicts);
  return { push: push(m, verdicts, hours), pickUp: pickUp(hours, hourOf(m) / 1000), lead: lead(m, verdicts) };
}
