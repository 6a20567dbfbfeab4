import type { AccountPostColumns } from '../dataset/dataset.js';
import type { Verdict } from '../documents/evidence.js';
import type { VerdictCounts } from '../documents/result.js';
import { outOfRange } from '../stats/array-access.js';
import { HOUR } from '../time/units.js';

/** Posts by their account's verdict. */
export type Counts = { -readonly [verdict in keyof VerdictCounts]: number };

export const zeroCounts = (): Counts => ({ coordinated: 0, unclear: 0, organic: 0, insufficient: 0 });

export interface HourlyCounts extends VerdictCounts {
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
}

/** An hour, or the step in which the dump tells time, where that is coarser. */
export function hourWidth({ timeGranularityMs }: AccountPostColumns): number {
  return Math.max(HOUR, timeGranularityMs);
}

/** Posts by verdict in each clock hour that has any, in order of time. */
export function hourly(m: AccountPostColumns, verdicts: readonly Verdict[]): HourlyCounts[] {
  const hour = hourWidth(m);
  const hours: (Counts & { from: number })[] = [];
  let last: (Counts & { from: number }) | undefined;
  for (let p = 0; p < m.posts.count; p++) {
    const from = Math.floor((m.posts.time[p] ?? outOfRange()) / hour) * hour;
    if (last?.from !== from) hours.push((last = { from, ...zeroCounts() }));
    last[verdicts[m.posts.account[p] ?? outOfRange()] ?? outOfRange()]++;
  }
  return hours;
}
