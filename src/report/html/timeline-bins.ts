/** The timeline in spans of equal length, and what they are called. */

import type { Result } from '../../documents/result.js';
import { totalOf, type VerdictCounts } from '../../documents/verdict.js';
import { formatEachBin } from '../../text/format-durations.js';
import { formatNumber } from '../../text/format.js';
import { formatTimeSpan } from '../../time/format-dates.js';
import { DAY, SECONDS_IN_DAY, SECONDS_IN_MINUTE } from '../../time/units.js';

export interface Bin extends VerdictCounts {
  /** Place in the timeline, from 0. */
  readonly index: number;
  readonly from: Date;
  readonly to: Date;
  readonly posts: number;
}

export function binsOf(timeline: Result['timeline']): Bin[] {
  const starts = timeline.map(({ from }) => Date.parse(from));
  const length = (starts[1] ?? 0) - (starts[0] ?? 0);
  return timeline.map((bin, index) => ({
    ...bin,
    index,
    from: new Date(starts[index] ?? 0),
    to: new Date((starts[index] ?? 0) + length),
    posts: totalOf(bin),
  }));
}

/** Where on the page a span is told. */
export function binAnchor({ index }: Bin): string {
  return `t${index + 1}`;
}

/** `26 Feb 2014 12:00–13:00 UTC`, or the day alone for bins of days. */
export function binSpan({ from, to }: Bin): string {
  return isDay({ from, to })
    ? formatTimeSpan(from, new Date(to.getTime() - 1), SECONDS_IN_DAY)
    : formatTimeSpan(from, to, SECONDS_IN_MINUTE);
}

/** `each hour`. */
function binName({ from, to }: Bin): string {
  return formatEachBin(to.getTime() - from.getTime());
}

/** From when to when, and when most was posted, by all and by those who are called. */
export function describePeaks(bins: readonly Bin[], resolutionSeconds: number): string {
  const highest = (height: (bin: Bin) => number): Bin | undefined =>
    bins.reduce<Bin | undefined>((best, bin) => (best && height(best) >= height(bin) ? best : bin), undefined);
  const [all, pushed] = [highest(({ posts }) => posts), highest(({ coordinated }) => coordinated)];
  const [first, last] = [bins[0], bins.at(-1)];
  if (!all || !pushed || !first || !last) return '';
  const span = `From ${formatTimeSpan(first.from, last.to, Math.max(resolutionSeconds, SECONDS_IN_MINUTE)).replace(' – ', ' to ')}, each bar ${binName(
    first,
  )
    .replace('each ', 'one ')
    .replace(/^one (?=\d)/u, '')}.`;
  const most = `Most posts at ${moment(all)}: ${formatNumber(all.posts)}, of them ${formatNumber(all.coordinated)} by accounts likely coordinated.`;
  return pushed.coordinated === 0 || pushed === all
    ? `${span} ${most}`
    : `${span} ${most} Most posts by these at ${moment(pushed)}: ${formatNumber(pushed.coordinated)} of ${formatNumber(pushed.posts)}.`;
}

function moment(bin: Bin): string {
  return formatTimeSpan(bin.from, bin.from, isDay(bin) ? SECONDS_IN_DAY : SECONDS_IN_MINUTE);
}

function isDay({ from, to }: Pick<Bin, 'from' | 'to'>): boolean {
  return to.getTime() - from.getTime() >= DAY;
}
