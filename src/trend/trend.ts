import type { AccountPostColumns } from '../dataset/dataset.js';
import type { Trend } from '../documents/result.js';
import type { Verdict } from '../documents/verdict.js';
import { SECOND } from '../time/units.js';
import { earlyCoordinatedShare } from './early-coordinated-share.js';
import { leadTest } from './lead.js';
import { organicTakeover } from './organic-takeover.js';
import { hourlyCounts, hourWidth } from './volume.js';

/** Describes who pushed, when the public took over, and which side moved first. */
export function trend(m: AccountPostColumns, verdicts: readonly Verdict[]): Trend {
  const hours = hourlyCounts(m, verdicts);
  return {
    push: earlyCoordinatedShare(m, verdicts, hours),
    pickUp: organicTakeover(hours, hourWidth(m) / SECOND),
    lead: leadTest(m, verdicts),
  };
}
