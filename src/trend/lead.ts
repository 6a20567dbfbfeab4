import type { AccountPostColumns } from '../dataset/dataset.js';
import type { LeadTest, Trend } from '../documents/result.js';
import type { Verdict } from '../documents/verdict.js';
import { addAt, outOfRange } from '../stats/array-access.js';
import { crossCorrelation, leadLagTest as leadOf, type LeadLagResult } from '../stats/lead-lag-test.js';
import { formatLongDuration } from '../text/format-durations.js';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units.js';
import { prewhiten } from './prewhiten.js';

/**
 * Widths of bins in order of preference: an hour, longer ones for dumps of a season or of years, shorter ones for dumps
 * of a day.
 */
const BINS = [HOUR, 6 * HOUR, DAY, 10 * MINUTE, MINUTE];
/** With fewer bins, p-values come in steps of more than 2%. */
const LEAST_BINS = 48;
/** Twelve weeks of hours; the time of the computation grows with the square. */
const MOST_BINS = 2000;
/** In bins: half a day of hours. A longer lag reaches the day before, which has its own news. */
const LONGEST_LAG = 12;
/**
 * In bins: the weight of a lag is e^(−lag/48). Any decreasing weight is valid (see `stats/lead-lag-test.ts`); of the
 * weights tried, this one found a lead of six hours most often.
 */
const FADE = 48;
/** With fewer posts of either side, there is no useful time series. */
const LEAST_POSTS = 30;
const LEAST_FILLED = 5;
/**
 * Share of each side's posts that may be outside the compared span, at either end: a few late posts must not extend it
 * to years.
 */
const OUTLIERS = 0.01;
/** How far the compared span extends beyond the coordinated posts: some days without them, not years. */
const BESIDE_COORDINATED = 4 * DAY;
/** How far it extends beyond the organic posts: before and after them, posts may not have been collected. */
const BESIDE_ORGANIC = DAY;
const LEVEL = 0.05;

/** Tests which side of a conversation moved first. */
export function leadTest(m: AccountPostColumns, verdicts: readonly Verdict[]): Trend['lead'] {
  return leadBetween(timesOf(m, verdicts, 'coordinated'), timesOf(m, verdicts, 'organic'), m.timeGranularityMs);
}

/**
 * Tests whether coordinated volume predicts organic volume, or the reverse. Compares what is left of each series after
 * its own past and the daily rhythm are removed (prewhitening, after Haugh 1976, doi 10.1080/01621459.1976.10480353),
 * with all circular shifts of one series relative to the other as the null distribution.
 *
 * @param coordinated times of posts in milliseconds, ascending
 * @param organic times of posts in milliseconds, ascending
 * @param resolution resolution of the times, in milliseconds
 */
export function leadBetween(coordinated: Float64Array, organic: Float64Array, resolution: number): Trend['lead'] {
  const few = coordinated.length < LEAST_POSTS ? 'coordinated' : organic.length < LEAST_POSTS ? 'organic' : undefined;
  if (few !== undefined) return untested(0, 0, `there are fewer than ${LEAST_POSTS} ${few} posts`);
  const { from, to } = compared(coordinated, organic);
  const bin = binFor(to - from, resolution);
  if (bin === undefined) return untested(0, 0, 'this dump is too short, or its times are too coarse');
  const start = Math.floor(from / bin) * bin;
  const bins = Math.floor((to - start) / bin) + 1;
  const [pushed, picked] = [countIn(coordinated, start, bin, bins), countIn(organic, start, bin, bins)];
  if ([pushed, picked].some((counts) => counts.filter((count) => count > 0).length < LEAST_FILLED))
    return untested(bin, bins, 'the posts of one side are in too few hours');
  const [coordinatedFirst, organicFirst] = [foretells(pushed, picked, bin), foretells(picked, pushed, bin)];
  const outcome = OUTCOMES[Number(coordinatedFirst.p <= LEVEL)]?.[Number(organicFirst.p <= LEVEL)] ?? 'neither';
  const told = { coordinatedFirst: rounded(coordinatedFirst, bin), organicFirst: rounded(organicFirst, bin) };
  return {
    outcome,
    binSeconds: bin / SECOND,
    bins,
    ...told,
    says: SENTENCES[outcome](told, `${bins} × ${formatLongDuration(bin / SECOND)}`),
  };
}

/**
 * Tests whether the first series predicts the second, after removing their simultaneous correlation: accounts of the
 * push that were not found count as organic, and their posts would look like a lead although both series have the same
 * source.
 */
function foretells(first: Float64Array, second: Float64Array, bin: number): LeadLagResult {
  const correlation = crossCorrelation(prewhiten(first, bin), prewhiten(second, bin, first));
  return leadOf(correlation, LONGEST_LAG, (lag) => Math.exp(-lag / FADE));
}

const OUTCOMES = [
  ['neither', 'organic'],
  ['coordinated', 'both'],
] as const;

type Found = { readonly coordinatedFirst: LeadTest; readonly organicFirst: LeadTest };

const SENTENCES: Readonly<Record<(typeof OUTCOMES)[number][number], (found: Found, length: string) => string>> = {
  coordinated: ({ coordinatedFirst, organicFirst }, length) =>
    'The coordinated accounts moved first: when they post more than usual, ordinary accounts post ' +
    `more about ${formatLongDuration(coordinatedFirst.lagSeconds)} later (p = ${coordinatedFirst.p}; ` +
    `the other way round p = ${organicFirst.p}; compared over ${length}).`,
  organic: ({ coordinatedFirst, organicFirst }, length) =>
    'Ordinary accounts moved first: when they post more than usual, the coordinated ones post more ' +
    `about ${formatLongDuration(organicFirst.lagSeconds)} later (p = ${organicFirst.p}; the other ` +
    `way round p = ${coordinatedFirst.p}; compared over ${length}).`,
  both: ({ coordinatedFirst, organicFirst }, length) =>
    'We cannot say which side moved first: each follows the other, the ordinary accounts after about ' +
    `${formatLongDuration(coordinatedFirst.lagSeconds)} (p = ${coordinatedFirst.p}), the coordinated ` +
    `ones after about ${formatLongDuration(organicFirst.lagSeconds)} (p = ${organicFirst.p}; ` +
    `compared over ${length}).`,
  neither: ({ coordinatedFirst, organicFirst }, length) =>
    `We cannot say which side moved first (p = ${coordinatedFirst.p} and ${organicFirst.p}, compared ` +
    `over ${length}); a short or weak push could be missed.`,
};

function untested(bin: number, bins: number, why: string): Trend['lead'] {
  return {
    outcome: 'not tested',
    binSeconds: bin / SECOND,
    bins,
    coordinatedFirst: null,
    organicFirst: null,
    says: `Which side moved first cannot be tested: ${why}.`,
  };
}

function rounded({ lag, correlation, p }: LeadLagResult, bin: number): LeadTest {
  return {
    lagSeconds: (lag * bin) / SECOND,
    correlation: Math.round(1000 * correlation) / 1000,
    p: Number(p.toPrecision(2)),
  };
}

/** Times of the posts by accounts of one verdict, ascending. */
function timesOf({ posts }: AccountPostColumns, verdicts: readonly Verdict[], verdict: Verdict): Float64Array {
  let times = 0;
  for (const a of posts.account) if (verdicts[a] === verdict) times++;
  // Filled in place: `filter` keeps each number as an object until the final length is known.
  const found = new Float64Array(times);
  for (let p = 0, next = 0; next < times; p++)
    if (verdicts[posts.account[p] ?? outOfRange()] === verdict) found[next++] = posts.time[p] ?? outOfRange();
  return found;
}

/** The time span in which both sides posted, extended at both ends. */
function compared(coordinated: Float64Array, organic: Float64Array): { readonly from: number; readonly to: number } {
  const [first, last] = [quantile(coordinated, OUTLIERS), quantile(coordinated, 1 - OUTLIERS)];
  const [opening, closing] = [quantile(organic, OUTLIERS), quantile(organic, 1 - OUTLIERS)];
  return {
    from: Math.max(Math.min(first, opening), first - BESIDE_COORDINATED, opening - BESIDE_ORGANIC),
    to: Math.min(Math.max(last, closing), last + BESIDE_COORDINATED, closing + BESIDE_ORGANIC),
  };
}

function quantile(sorted: Float64Array, q: number): number {
  return sorted[Math.round(q * (sorted.length - 1))] ?? outOfRange();
}

/** The first of `BINS` that gives a suitable number of bins; undefined if none does. */
function binFor(span: number, resolution: number): number | undefined {
  return BINS.find((bin) => bin >= resolution && span / bin >= LEAST_BINS && (span / bin < MOST_BINS || bin === DAY));
}

function countIn(times: Float64Array, start: number, bin: number, bins: number): Float64Array {
  const counts = new Float64Array(bins);
  for (const time of times) {
    const i = Math.floor((time - start) / bin);
    if (i >= 0 && i < bins) addAt(counts, i, 1);
  }
  return counts;
}
