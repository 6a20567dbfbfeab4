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

/**
 * Created together with others of the dump, beyond what the dump's own background of creation dates expects. Accounts
 * made because of an event are in that background: the rest of the dump has its own, as finely told, density.
 */
export const cohort: Signal = {
  name: 'creation-cohort',
  family: 'creation',
  prepare({ accounts, createdResolution }) {
    const days = accounts.created.map((created) => created / DAY);
    const step = createdResolution / DAY;
    const mixture = new ScaleMixture(days, HALF_WIDTHS.filter((half) => 2 * half >= step));
    const broad = new ScaleMixture(days, [BACKGROUND / 2, BACKGROUND]).density(days.map(() => 1), 1);
    const sorted = days.filter((day) => !Number.isNaN(day)).sort();
    const within = (from: number, to: number): number => upperBound(sorted, to) - lowerBound(sorted, from);
    const expected = (day: number, half: number): number => ((within(day - BACKGROUND, day + BACKGROUND) - within(day - half, day + half)) / (2 * (BACKGROUND - half))) * 2 * half;

    return {
      able: Uint8Array.from(days, (day) => Number(!Number.isNaN(day))),
      first: () =>
        days.map((day) => {
          if (Number.isNaN(day)) return 0;
          // Half a count on either side keeps an empty window from standing out (Anscombe's correction).
          const ratios = HALF_WIDTHS.slice(0, -1).map((half) => Math.log((within(day - half, day + half) - 0.5) / (expected(day, half) + 0.5)));
          return clamp(Math.max(...ratios), 0, LOUDEST);
        }),
      weigh: ({ probability }) => {
        const rest = probability.map((p) => 1 - p);
        const among = mixture.density(probability, PRIOR_ACCOUNTS, broad);
        const beside = mixture.density(rest, PRIOR_ACCOUNTS, broad);
        return days.map((day, a) => (Number.isNaN(day) ? 0 : clamp(Math.log((among[a] ?? 1) / (beside[a] ?? 1)), -LOUDEST, LOUDEST)));
      },
      explain: (a, membership) => explain(days, a, membership, expected, step),
    };
  },
};

function explain(days: Float64Array, a: number, { probability }: Membership, expected: (day: number, half: number) => number, step: number): ReturnType<ReturnType<Signal['prepare']>['explain']> {
  const day = days[a] ?? Number.NaN;
  if (Number.isNaN(day)) return undefined;
  const near = SHOWN.filter((width) => width >= step).map((width) => {
    let others = 0;
    for (const [b, other] of days.entries()) if (b !== a && (probability[b] ?? 0) >= LIKELY && Math.abs(other - day) <= width / 2) others++;
    return { width, others, expected: expected(day, width / 2) };
  });
  const best = near.reduce((x, y) => (Math.log((y.others + 0.5) / (y.expected + 0.5)) > Math.log((x.others + 0.5) / (x.expected + 0.5)) ? y : x));
  if (best.others === 0) return undefined;
  return { finding: { kind: 'cohort', created: day * DAY, others: best.others, days: best.width, expected: best.expected }, posts: [] };
}
