/** The timeline in spans of equal length, and their names. */

import type { Result, Trend } from '../../documents/result.js';
import { sumOf, totalOf, type VerdictCounts } from '../../documents/verdict.js';
import { formatBinLength } from '../../text/format-durations.js';
import { formatNumber } from '../../text/format.js';
import { formatTimeSpan } from '../../time/format-dates.js';
import { DAY, SECONDS_IN_DAY, SECONDS_IN_MINUTE } from '../../time/units.js';

export interface Bin extends VerdictCounts {
  /** The anchor of the span's dock. */
  readonly anchor: string;
  readonly from: Date;
  readonly to: Date;
  readonly posts: number;
}

/** Spans of `length` milliseconds; `prefix` distinguishes their anchors on the page from those of other spans. */
function binsOf(counts: Result['timeline'], length: number, prefix: string): Bin[] {
  return counts.map((bin, index) => {
    const from = Date.parse(bin.from);
    const [start, end] = [new Date(from), new Date(from + length)];
    return { ...bin, anchor: `${prefix}${index + 1}`, from: start, to: end, posts: totalOf(bin) };
  });
}

/**
 * The hours within a span that have posts. If needed, several hours are joined, so that there are at most `most` bins.
 */
export function hourBins(
  { hours, hourSeconds }: Trend['push'],
  [from, to]: readonly [number, number],
  most: number,
): Bin[] {
  const hour = 1000 * hourSeconds;
  const length = hour * Math.max(1, Math.ceil((to - from) / hour / most));
  const joined = new Map<number, Trend['push']['hours'][number][]>();
  for (const counts of hours) {
    const start = Math.floor(Date.parse(counts.from) / length) * length;
    if (start + length <= from || start >= to) continue;
    const known = joined.get(start);
    if (known) known.push(counts);
    else joined.set(start, [counts]);
  }
  const bins = [...joined].map(([start, counts]) => ({ ...sumOf(counts), from: new Date(start).toISOString() }));
  return binsOf(bins, length, 'h');
}

/** The whole timeline. */
export function timelineBins({ timeline }: Pick<Result, 'timeline'>): Bin[] {
  const [first, second] = timeline;
  return first && second ? binsOf(timeline, Date.parse(second.from) - Date.parse(first.from), 't') : [];
}

/** `26 Feb 2014 12:00–13:00 UTC`, or the day alone for bins of days. */
export function binSpan({ from, to }: Bin): string {
  return isDay({ from, to })
    ? formatTimeSpan(from, new Date(to.getTime() - 1), SECONDS_IN_DAY)
    : formatTimeSpan(from, to, SECONDS_IN_MINUTE);
}

/** `1 hour`, `30 days`. */
export function barLength({ from, to }: Bin): string {
  return formatBinLength(to.getTime() - from.getTime());
}

/** A sentence on the span of time and its peaks, for all accounts and for the called ones. */
export function describePeaks(bins: readonly Bin[], resolutionSeconds: number): string {
  const highest = (height: (bin: Bin) => number): Bin | undefined =>
    bins.reduce<Bin | undefined>((best, bin) => (best && height(best) >= height(bin) ? best : bin), undefined);
  const [all, pushed] = [highest(({ posts }) => posts), highest(({ coordinated }) => coordinated)];
  const [first, last] = [bins[0], bins.at(-1)];
  if (!all || !pushed || !first || !last) return '';
  const span =
    `From ${formatTimeSpan(first.from, last.to, Math.max(resolutionSeconds, SECONDS_IN_MINUTE)).replace(' – ', ' to ')}, ` +
    `each bar ${barLength(first)}.`;
  const most =
    `Most posts at ${moment(all)}: ` +
    `${formatNumber(all.posts)}${pushed.coordinated === 0 ? '' : `, of them ${formatNumber(all.coordinated)} by accounts likely coordinated`}.`;
  return pushed.coordinated === 0 || pushed === all
    ? `${span} ${most}`
    : `${span} ${most} Most posts by these at ${moment(pushed)}: ${formatNumber(pushed.coordinated)} ` +
        `of ${formatNumber(pushed.posts)}.`;
}

function moment(bin: Bin): string {
  return formatTimeSpan(bin.from, bin.from, isDay(bin) ? SECONDS_IN_DAY : SECONDS_IN_MINUTE);
}

function isDay({ from, to }: Pick<Bin, 'from' | 'to'>): boolean {
  return to.getTime() - from.getTime() >= DAY;
}
