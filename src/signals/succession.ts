import { type Measurements, rowOf, TIES } from '../measure/measurements.js';
import { classRatio } from '../stats/class-ratio.js';
import { LOUDEST, PRIOR_ACCOUNTS } from './constants.js';
import type { Signal } from './signal.js';

/** Ten seconds, a minute, ten minutes, an hour, a day: the windows that the field's tools look at, from CooRTweet's to Pacheco's. */
const WINDOWS = [10_000, 60_000, 600_000, 3_600_000, 86_400_000];

/** How soon an account shares what others share: the median, over the items that it shares, of the time to the nearest other account. */
export const succession: Signal = {
  name: 'quick-succession',
  family: 'sharing',
  onlyBeside: true,
  prepare(m) {
    const windows = WINDOWS.filter((window) => window > m.resolution);
    const gaps = gapsOf(m);
    const medians = gaps.map((each) => each.sort((a, b) => a - b)[Math.floor((each.length - 1) / 2)] ?? Number.NaN);
    const classes = Int32Array.from(medians, (gap) => (Number.isNaN(gap) ? -1 : windows.filter((window) => gap > window).length));
    return {
      able: Uint8Array.from(gaps, ({ length }) => Number(length > 0)),
      first: () => new Float64Array(m.accounts.count),
      weigh: ({ probability }) => classRatio(classes, probability, PRIOR_ACCOUNTS, LOUDEST),
      explain: (a) => {
        const gap = medians[a] ?? Number.NaN;
        return Number.isNaN(gap) ? undefined : { finding: { kind: 'succession', minutes: Math.max(gap, m.resolution) / 60_000, items: gaps[a]?.length ?? 0 }, posts: [] };
      },
    };
  },
};

/** For each account, and each item that it shares, milliseconds to the nearest post of another account with that item. */
function gapsOf({ accounts, posts, items }: Measurements): number[][] {
  const gaps: number[][] = Array.from({ length: accounts.count }, () => []);
  for (const kind of TIES) {
    for (let i = 0; i < items[kind].count; i++) {
      const bearing = rowOf(items[kind].postsOf, i);
      const nearest = new Map<number, number>();
      for (let k = 0; k + 1 < bearing.length; k++) {
        const [a, b] = [posts.account[bearing[k] ?? 0] ?? 0, posts.account[bearing[k + 1] ?? 0] ?? 0];
        if (a === b) continue;
        const gap = (posts.time[bearing[k + 1] ?? 0] ?? 0) - (posts.time[bearing[k] ?? 0] ?? 0);
        for (const account of [a, b]) nearest.set(account, Math.min(gap, nearest.get(account) ?? Infinity));
      }
      for (const [account, gap] of nearest) gaps[account]?.push(gap);
    }
  }
  return gaps;
}
