import type { AccountPostColumns } from '../dataset/dataset.js';
import { emptyTally, type Verdict, type VerdictCounts, type VerdictTally } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { HOUR } from '../time/units.js';

export interface HourlyCounts extends VerdictCounts {
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
}

/** Width of a bin: an hour, or the dump's time resolution if that is coarser. */
export function hourWidth({ timeGranularityMs }: AccountPostColumns): number {
  return Math.max(HOUR, timeGranularityMs);
}

/** Posts by verdict in each clock hour with posts, in order of time. */
export function hourlyCounts(m: AccountPostColumns, verdicts: readonly Verdict[]): HourlyCounts[] {
  const hour = hourWidth(m);
  const hours: (VerdictTally & { from: number })[] = [];
  let last: (VerdictTally & { from: number }) | undefined;
  for (let p = 0; p < m.posts.count; p++) {
    const from = Math.floor((m.posts.time[p] ?? outOfRange()) / hour) * hour;
    if (last?.from !== from) hours.push((last = { from, ...emptyTally() }));
    last[verdicts[m.posts.account[p] ?? outOfRange()] ?? outOfRange()]++;
  }
  return hours;
}
