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

/** Half an hour to half a quarter: an hour, a day, a week, a month and a quarter around a date. */
const KERNEL_HALF_WIDTHS_DAYS = [1 / 48, 0.5, 3.5, 15, 45];
/** The background around a date: the mean rate over half a year on either side, its core left out. */
const BACKGROUND = 180;
/** Windows that are shown to the reader, in days, shortest first. */
const REPORTED_WINDOWS_DAYS = [1, 3, 7, 14, 30, 90];

/** An interval longer than the widest window tells nothing of a cohort: the account is as good as without a date. */
const LONGEST_INTERVAL = 2 * Math.max(...KERNEL_HALF_WIDTHS_DAYS);

/**
 * Created together with others of the dump, beyond what the dump's own background of creation dates expects. Accounts
 * made because of an event are in that background: the rest of the dump has its own, as finely told, density.
 *
 * An estimated date is an interval, anywhere in which the account may have been created. What is known of it is that its
 * date lies there, so that the likelihood of that, not of any one day, is compared: the mean density of the suspected
 * over the interval against that of the rest. Where the suspected were made within a day, an account known to a day is
 * told from the rest by that day, one known to three weeks only by how many more of them than of others were made in
 * those three weeks: the longer the interval, the nearer to none the difference. Nor does an estimated date make a
 * crowd in a window narrower than its interval: its mass is spread over the whole. Exact dates are intervals of no length.
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

/** Two decimals: more of an estimate says nothing. */
function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}

/** Created together with others. */
export interface CohortFinding {
  /** Milliseconds. */
  readonly created: number;
  /** How many other likely members were created within so many days, and how many the dump's background expects. */
  readonly others: number;
  readonly days: number;
  readonly expected: number;
}

/** Days of those whose date is known as finely as each window, ascending, by half its width in days. */
type Known = ReadonlyMap<number, Float64Array>;

interface Dates {
  readonly days: Float64Array;
  readonly halfInterval: Float64Array;
  readonly step: number;
  /** Accounts by their days, without those whose day is not known. */
  readonly order: Uint32Array;
  readonly known: Known;
}

/** @param order of those that are looked at: accounts by their days, without those whose day is not known */
function knownWithin(days: Float64Array, reach: Float64Array, order: Uint32Array): Known {
  const known = new Map<number, Float64Array>();
  let last = new Float64Array();
  for (const half of [...KERNEL_HALF_WIDTHS_DAYS, ...REPORTED_WINDOWS_DAYS.map((width) => width / 2)].sort(
    (x, y) => x - y,
  )) {
    let count = 0;
    for (const a of order) if ((reach[a] ?? outOfRange()) <= half) count++;
    // A wider window has all that a narrower one has: where it has no more, one column serves both.
    if (count > last.length) {
      last = new Float64Array(count);
      let end = 0;
      for (const a of order) if ((reach[a] ?? outOfRange()) <= half) last[end++] = days[a] ?? outOfRange();
    }
    known.set(half, last);
  }
  return known;
}

/** Those whose day is known, by their days. */
function inOrderOfDays(days: Float64Array): Uint32Array {
  const order = argsort(days);
  let known = order.length;
  // What is not known comes last.
  while (known > 0 && Number.isNaN(days[order[known - 1] ?? outOfRange()])) known--;
  return order.subarray(0, known);
}

/** How many of these days lie in a window and in its surroundings, and how many of the latter are expected in the former. */
function expectedIn(within: number, around: number, half: number): number {
  return ((around - within) / (2 * (BACKGROUND - half))) * 2 * half;
}

function countWithin(sorted: Float64Array | undefined, day: number, half: number): number {
  return sorted ? upperBound(sorted, day + half) - lowerBound(sorted, day - half) : 0;
}

/** How many times as many accounts as expected were created around each date, as a logarithm, in the window in which it is most. */
function maxLogRateRatio({ days, halfInterval, order, known }: Dates): Float64Array {
  const most = new Float64Array(days.length);
  for (const half of KERNEL_HALF_WIDTHS_DAYS.slice(0, -1)) {
    const sorted = known.get(half) ?? new Float64Array();
    let from = 0;
    let to = 0;
    let fromAround = 0;
    let toAround = 0;
    /** The day that was looked at last, and what was found there: many accounts have the same. */
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
      // Half a count on either side keeps an empty window from standing out (Anscombe's correction).
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

/** Counts in windows that are no narrower than any interval in them. */
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
