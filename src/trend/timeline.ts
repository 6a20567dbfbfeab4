import type { AccountPostColumns } from '../dataset/dataset.js';
import { emptyTally, type Verdict, type VerdictCounts } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { DAY, HOUR, MINUTE } from '../time/units.js';

const BINS = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
/** About the number of marks that fit into a line of a terminal or the width of a page. */
const MOST_BINS = 240;

/**
 * Posts per bin by their account's verdict, including empty bins. The bin width is the shortest of `BINS` with at most
 * `MOST_BINS` bins.
 */
export function timeline(
  { posts, timeGranularityMs }: AccountPostColumns,
  verdicts: readonly Verdict[],
): (VerdictCounts & { from: string })[] {
  if (posts.count === 0) return [];
  const first = posts.time[0] ?? outOfRange();
  const last = posts.time[posts.count - 1] ?? outOfRange();
  const bin = BINS.find((width) => width >= timeGranularityMs && (last - first) / width < MOST_BINS) ?? 365 * DAY;
  const start = Math.floor(first / bin) * bin;
  const bins = Array.from({ length: Math.floor((last - start) / bin) + 1 }, (_, i) => ({
    from: new Date(start + i * bin).toISOString(),
    ...emptyTally(),
  }));
  for (let p = 0; p < posts.count; p++) {
    const counts = bins[Math.floor(((posts.time[p] ?? outOfRange()) - start) / bin)];
    const verdict = verdicts[posts.account[p] ?? outOfRange()];
    if (counts && verdict) counts[verdict]++;
  }
  return bins;
}
