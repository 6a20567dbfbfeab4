import { argsort } from '../stats/argsort.js';
import { outOfRange } from '../stats/array-access.js';
import { LeaveOneOutKernelMixture } from '../stats/kernel-mixture.js';
import { clamp } from '../stats/logistic.js';
import { lowerBound, gallopLowerBound, upperBound, gallopUpperBound } from '../stats/search.js';
import { formatEstimate, plural } from '../text/format.js';
import { DAY } from '../time/units.js';
import { MAX_LOG_RATIO, PSEUDOCOUNT } from './constants.js';
import { memoizeWeak } from './memoize-weak.js';
import { defineSignal, exceedsExpected, type ExplainedFinding, MEMBER_THRESHOLD, type Posterior } from './signal.js';

/** Half-widths, in days, of the windows around a date: an hour, a day, a week, a month and a quarter in all. */
const KERNEL_HALF_WIDTHS_DAYS = [1 / 48, 0.5, 3.5, 15, 45];
/** The background rate at a date: the mean over half a year on either side, without the window itself. */
const BACKGROUND = 180;
/** Windows that a report shows, in days, shortest first. */
const REPORTED_WINDOWS_DAYS = [1, 3, 7, 14, 30, 90];

/** An account whose date is known only to a longer interval counts as one without a date. */
const LONGEST_INTERVAL = 2 * Math.max(...KERNEL_HALF_WIDTHS_DAYS);

/**
 * Whether an account was created at about the same time as others in the dump, more than the dump's background of
 * creation dates explains. Accounts created because of an event are part of that background: the density of the other
 * accounts is estimated in the same way.
 *
 * An estimated date is an interval that contains the creation date. We compare the likelihood of the interval, not of
 * one day: the mean density of the suspected accounts over the interval with that of the rest. If the suspected
 * accounts were created within one day, an account whose date is known to the day differs clearly from the rest. If its
 * date is known to three weeks, it differs only as far as more of the suspected accounts than of the others were
 * created in those three weeks. The longer the interval, the smaller the difference. An estimated date cannot create a
 * peak narrower than its interval, because its mass is spread over the interval. An exact date is an interval of length
 * 0.
 */
export const cohort = defineSignal({
  name: 'creation-cohort',
  family: 'creation',
  fit({ accounts, creationGranularityMs }) {
    const reach = accounts.createdTo.map((to, a) => (to - (accounts.createdFrom[a] ?? outOfRange())) / 2 / DAY);
    const days = accounts.created.map((created, a) =>
      2 * (reach[a] ?? outOfRange()) > LONGEST_INTERVAL ? Number.NaN : created / DAY,
    );
    const step = creationGranularityMs / DAY;
    const mixture = new LeaveOneOutKernelMixture(
      days,
      KERNEL_HALF_WIDTHS_DAYS.filter((half) => 2 * half >= step),
      reach,
    );
    const broad = mixture.ofWidths([BACKGROUND / 2, BACKGROUND]).density(new Float64Array(days.length).fill(1), 1);
    const order = inOrderOfDays(days);
    const dates: Dates = { days, halfInterval: reach, step, order, known: knownWithin(days, reach, order) };
    const likely = memoizeWeak(({ probability }: Posterior) => ({
      probability,
      known: knownWithin(
        days,
        reach,
        order.filter((a) => (probability[a] ?? outOfRange()) >= MEMBER_THRESHOLD),
      ),
    }));
    const [rest, beside] = [new Float64Array(days.length), new Float64Array(days.length)];

    return {
      measurable: Uint8Array.from(days, (day) => Number(!Number.isNaN(day))),
      initialScore: () => maxLogRateRatio(dates),
      logLikelihoodRatio: ({ probability }, into = new Float64Array(days.length)) => {
        for (let a = 0; a < rest.length; a++) rest[a] = 1 - (probability[a] ?? outOfRange());
        mixture.density(probability, PSEUDOCOUNT, broad, into);
        mixture.density(rest, PSEUDOCOUNT, broad, beside);
        for (let a = 0; a < into.length; a++)
          into[a] = Number.isNaN(days[a])
            ? 0
            : clamp(Math.log((into[a] ?? outOfRange()) / (beside[a] ?? outOfRange())), -MAX_LOG_RATIO, MAX_LOG_RATIO);
        return into;
      },
      explain: (a, membership) => explain(dates, a, likely(membership)),
    };
  },
  describe: ({ others, days, expected }, { called }) =>
    `created within ${days} ${plural(days, 'day')} of ${others} other ${called} ${plural(others, 'account')} (${formatEstimate(expected)} expected)`,
  figures: ({ others, expected }) => ({ value: others, expected: rounded(expected), accounts: others }),
  isTelling: ({ others, expected }) => exceedsExpected(others, expected),
  means: {
    for: 'its creation date fits suspected accounts',
    against: 'its creation date fits ordinary accounts',
  },
  missing: {
    some: 'the others have no creation date, or one known no better than to a quarter of a year',
    all: 'no account has a creation date that can be used',
  },
});

/** Rounds to two decimals; an estimate has no more precision. */
function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}

/** The finding: how many likely members were created around the same time. */
export interface CohortFinding {
  /** Milliseconds. */
  readonly created: number;
  /** Number of other likely members created within `days` days, and the number that the background explains. */
  readonly others: number;
  readonly days: number;
  readonly expected: number;
}

/**
 * By half-width of a window, in days: the ascending creation days of the accounts whose date is known at least that
 * precisely.
 */
type Known = ReadonlyMap<number, Float64Array>;

interface Dates {
  readonly days: Float64Array;
  readonly halfInterval: Float64Array;
  readonly step: number;
  /** Accounts with a known day, in order of days. */
  readonly order: Uint32Array;
  readonly known: Known;
}

/** @param order the accounts with a known day that count, in order of days */
function knownWithin(days: Float64Array, reach: Float64Array, order: Uint32Array): Known {
  const known = new Map<number, Float64Array>();
  let last = new Float64Array();
  for (const half of [...KERNEL_HALF_WIDTHS_DAYS, ...REPORTED_WINDOWS_DAYS.map((width) => width / 2)].sort(
    (x, y) => x - y,
  )) {
    let count = 0;
    for (const a of order) if ((reach[a] ?? outOfRange()) <= half) count++;
    // A wider window includes the dates of a narrower one; if it has no more, both use the same array.
    if (count > last.length) {
      last = new Float64Array(count);
      let end = 0;
      for (const a of order) if ((reach[a] ?? outOfRange()) <= half) last[end++] = days[a] ?? outOfRange();
    }
    known.set(half, last);
  }
  return known;
}

/** The accounts with a known day, in order of days. */
function inOrderOfDays(days: Float64Array): Uint32Array {
  const order = argsort(days);
  let known = order.length;
  // Unknown days (NaN) come last.
  while (known > 0 && Number.isNaN(days[order[known - 1] ?? outOfRange()])) known--;
  return order.subarray(0, known);
}

/** The number of days inside a window, and the number expected there from the days around it. */
function expectedIn(within: number, around: number, half: number): number {
  return ((around - within) / (2 * (BACKGROUND - half))) * 2 * half;
}

function countWithin(sorted: Float64Array | undefined, day: number, half: number): number {
  return sorted ? upperBound(sorted, day + half) - lowerBound(sorted, day - half) : 0;
}

/** For each date ln(observed ÷ expected accounts) in the window in which that ratio is largest. */
function maxLogRateRatio({ days, halfInterval, order, known }: Dates): Float64Array {
  const most = new Float64Array(days.length);
  for (const half of KERNEL_HALF_WIDTHS_DAYS.slice(0, -1)) {
    const sorted = known.get(half) ?? new Float64Array();
    let from = 0;
    let to = 0;
    let fromAround = 0;
    let toAround = 0;
    /** The last day and its result: many accounts have the same day. */
    let [last, found] = [Number.NaN, 0];
    for (const a of order) {
      const day = days[a] ?? outOfRange();
      if (half < (halfInterval[a] ?? outOfRange())) continue;
      if (day === last) {
        most[a] = Math.max(most[a] ?? outOfRange(), found);
        continue;
      }
      last = day;
      from = gallopLowerBound(sorted, day - half, from);
      to = gallopUpperBound(sorted, day + half, to);
      fromAround = gallopLowerBound(sorted, day - BACKGROUND, fromAround);
      toAround = gallopUpperBound(sorted, day + BACKGROUND, toAround);
      // Half a count is added to the number of other accounts (to − from − 1) and to the expected number, so that an
      // empty window does not stand out (Anscombe's correction).
      found = Math.log((to - from - 0.5) / (expectedIn(to - from, toAround - fromAround, half) + 0.5));
      most[a] = Math.max(most[a] ?? outOfRange(), found);
    }
  }
  return most.map((ratio) => clamp(ratio, 0, MAX_LOG_RATIO));
}

interface Likely {
  readonly probability: Float64Array;
  readonly known: Known;
}

/** Counts in windows that are at least as wide as the intervals counted in them. */
function explain(
  { days, halfInterval, step, known }: Dates,
  a: number,
  likely: Likely,
): ExplainedFinding<CohortFinding> | undefined {
  const day = days[a] ?? outOfRange();
  if (Number.isNaN(day)) return undefined;
  const itself = Number((likely.probability[a] ?? outOfRange()) >= MEMBER_THRESHOLD);
  const near = REPORTED_WINDOWS_DAYS.filter(
    (width) => width >= step && 2 * (halfInterval[a] ?? outOfRange()) <= width,
  ).map((width) => {
    const half = width / 2;
    const all = known.get(half);
    return {
      width,
      others: countWithin(likely.known.get(half), day, half) - itself,
      expected: expectedIn(countWithin(all, day, half), countWithin(all, day, BACKGROUND), half),
    };
  });
  const best = near.sort(
    (x, y) => Math.log((y.others + 0.5) / (y.expected + 0.5)) - Math.log((x.others + 0.5) / (x.expected + 0.5)),
  )[0];
  if (!best || best.others === 0) return undefined;
  return {
    finding: { created: day * DAY, others: best.others, days: best.width, expected: best.expected },
    posts: [],
  };
}
