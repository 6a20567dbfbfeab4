import { clamp } from '../stats/logistic.js';
import { ScaleMixture } from '../stats/scale-mixture.js';
import { lowerBound, upperBound } from '../stats/search.js';
import { LOUDEST, PRIOR_ACCOUNTS } from './constants.js';
import { LIKELY, type Membership, type Signal } from './signal.js';

const DAY = 86_400_000;

/** Half an hour to half a quarter: an hour, a day, a week, a month and a quarter around a date. */
const HALF_WIDTHS = [1 / 48, 0.5, 3.5, 15, 45];
/** The background around a date: the mean rate over half a year on either side, its core left out. */
const BACKGROUND = 180;
/** Windows that are shown to the reader, in days, shortest first. */
const SHOWN = [1, 3, 7, 14, 30, 90];

/** An interval longer than the widest window tells nothing of a cohort: the account is as good as without a date. */
const LONGEST_INTERVAL = 2 * Math.max(...HALF_WIDTHS);

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
export const cohort: Signal = {
  name: 'creation-cohort',
  family: 'creation',
  prepare({ accounts, createdResolution }) {
    const reach = accounts.createdTo.map((to, a) => (to - (accounts.createdFrom[a] ?? to)) / 2 / DAY);
    const days = accounts.created.map((created, a) => (2 * (reach[a] ?? 0) > LONGEST_INTERVAL ? Number.NaN : created / DAY));
    const step = createdResolution / DAY;
    const mixture = new ScaleMixture(days, HALF_WIDTHS.filter((half) => 2 * half >= step), reach);
    const broad = new ScaleMixture(days, [BACKGROUND / 2, BACKGROUND], reach).density(days.map(() => 1), 1);
    const known = [...HALF_WIDTHS, ...SHOWN.map((width) => width / 2)].map((half) => ({ half, sorted: days.filter((day, a) => !Number.isNaN(day) && (reach[a] ?? 0) <= half).sort() }));
    /** How many are known as finely as a window of this half width, and lie in a span. */
    const within = (half: number, from: number, to: number): number => {
      const sorted = known.find((each) => each.half === half)?.sorted ?? [];
      return upperBound(sorted, to) - lowerBound(sorted, from);
    };
    const expected = (day: number, half: number): number => ((within(half, day - BACKGROUND, day + BACKGROUND) - within(half, day - half, day + half)) / (2 * (BACKGROUND - half))) * 2 * half;

    return {
      able: Uint8Array.from(days, (day) => Number(!Number.isNaN(day))),
      first: () =>
        days.map((day, a) => {
          if (Number.isNaN(day)) return 0;
          // Half a count on either side keeps an empty window from standing out (Anscombe's correction).
          const ratios = HALF_WIDTHS.slice(0, -1)
            .filter((half) => half >= (reach[a] ?? 0))
            .map((half) => Math.log((within(half, day - half, day + half) - 0.5) / (expected(day, half) + 0.5)));
          return clamp(Math.max(0, ...ratios), 0, LOUDEST);
        }),
      weigh: ({ probability }) => {
        const rest = probability.map((p) => 1 - p);
        const among = mixture.density(probability, PRIOR_ACCOUNTS, broad);
        const beside = mixture.density(rest, PRIOR_ACCOUNTS, broad);
        return days.map((day, a) => (Number.isNaN(day) ? 0 : clamp(Math.log((among[a] ?? 1) / (beside[a] ?? 1)), -LOUDEST, LOUDEST)));
      },
      explain: (a, membership) => explain({ days, reach, expected, step }, a, membership),
    };
  },
};

interface Dates {
  readonly days: Float64Array;
  readonly reach: Float64Array;
  readonly expected: (day: number, half: number) => number;
  readonly step: number;
}

/** Counts in windows that are no narrower than any interval in them. */
function explain({ days, reach, expected, step }: Dates, a: number, { probability }: Membership): ReturnType<ReturnType<Signal['prepare']>['explain']> {
  const day = days[a] ?? Number.NaN;
  if (Number.isNaN(day)) return undefined;
  const finely = (b: number, width: number): boolean => 2 * (reach[b] ?? 0) <= width;
  const near = SHOWN.filter((width) => width >= step && finely(a, width)).map((width) => {
    let others = 0;
    for (const [b, other] of days.entries()) if (b !== a && (probability[b] ?? 0) >= LIKELY && finely(b, width) && Math.abs(other - day) <= width / 2) others++;
    return { width, others, expected: expected(day, width / 2) };
  });
  const best = near.sort((x, y) => Math.log((y.others + 0.5) / (y.expected + 0.5)) - Math.log((x.others + 0.5) / (x.expected + 0.5)))[0];
  if (!best || best.others === 0) return undefined;
  return { finding: { kind: 'cohort', created: day * DAY, others: best.others, days: best.width, expected: best.expected }, posts: [] };
}
