import type { Measurements } from '../measure/measurements.js';
import { rowOf } from '../measure/measurements.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { classRatio } from '../stats/class-ratio.js';
import { lowerBound } from '../stats/search.js';
import { LOUDEST, POSTS_SHOWN, PRIOR_ACCOUNTS } from './constants.js';
import { remember } from './remember.js';
import type { Membership, Signal } from './signal.js';

/** A minute, ten minutes, an hour: the lengths of a wave, a sitting and a shift. */
const WINDOWS = [60_000, 600_000, 3_600_000];
/** Bounds of the classes of surprise (−ln p): even odds, 1 in 7, 1 in 55, 1 in 3000, 1 in 9 million. */
const CLASSES = [1, 2, 4, 8, 16];

/** The busiest window of one length. */
interface Busiest {
  readonly window: number;
  /** Position of its first post in the account's row, and how many of the account's posts it holds. */
  readonly first: number;
  readonly count: number;
  /** Numbers of everybody's first post in it, and of the first after it. */
  readonly start: number;
  readonly end: number;
}

/**
 * Most posts in a window, against the hashtag's own traffic in it: p ≤ n · P(Bin(n − 1, s) ≥ k − 1) for k of an
 * account's n posts in a window that holds the share s of everybody else's (scan statistic, union bound). People post
 * in sittings, so the p-value is not believed: it is a measure, compared with that of the dump's other accounts.
 */
export const burst: Signal = {
  name: 'burst',
  family: 'posting',
  prepare(m) {
    const windows = WINDOWS.filter((window) => window >= m.resolution);
    const busiest = Array.from({ length: m.accounts.count }, (_, a) => windows.map((window) => busiestWindow(m, a, window)));
    const publicTraffic = remember(({ probability }: Membership) => trafficOf(m, (a) => 1 - (probability[a] ?? 0)));
    const posts = (a: number): number => busiest[a]?.[0] ? rowOf(m.accounts.postsOf, a).length : 0;
    const surprise = (a: number, traffic: Float64Array): number =>
      Math.max(0, ...(busiest[a] ?? []).map((b) => -Math.log(Math.min(1, windows.length * scan(m, a, b, traffic)))));
    const classes = (traffic: Float64Array): Int32Array =>
      Int32Array.from(busiest, (_, a) => {
        if (posts(a) < 2) return -1;
        const found = surprise(a, traffic);
        return CLASSES.filter((bound) => found >= bound).length;
      });
    return {
      able: Uint8Array.from(busiest, (_, a) => Number(posts(a) >= 2)),
      first: () => {
        const traffic = trafficOf(m, () => 1);
        return Float64Array.from(busiest, (_, a) => (posts(a) < 2 ? 0 : surprise(a, traffic)));
      },
      weigh: (membership) => classRatio(classes(publicTraffic(membership)), membership.probability, PRIOR_ACCOUNTS, LOUDEST),
      explain: (a, membership) => {
        const traffic = publicTraffic(membership);
        const found = (busiest[a] ?? []).map((b) => ({ ...b, p: scan(m, a, b, traffic) }));
        const best = found.sort((x, y) => x.p - y.p || x.window - y.window)[0];
        if (!best || best.count < 2 || best.p >= Math.exp(-1)) return undefined;
        const own = rowOf(m.accounts.postsOf, a);
        const expected = (own.length - 1) * shareOf(m, a, best, traffic);
        return {
          finding: { kind: 'burst', posts: best.count, minutes: best.window / 60_000, expected },
          posts: [...own.subarray(best.first, best.first + Math.min(best.count, POSTS_SHOWN))],
        };
      },
    };
  },
};

/** Most posts of an account within `window` milliseconds; the earliest such window. */
export function busiestWindow({ accounts, posts: { time } }: Measurements, a: number, window: number): Busiest {
  const own = rowOf(accounts.postsOf, a);
  let first = 0;
  let count = 0;
  for (let from = 0, to = 0; from < own.length; from++) {
    while (to < own.length && (time[own[to] ?? 0] ?? 0) - (time[own[from] ?? 0] ?? 0) < window) to++;
    if (to - from > count) [first, count] = [from, to - from];
  }
  const opens = time[own[first] ?? 0] ?? 0;
  return { window, first, count, start: lowerBound(time, opens), end: lowerBound(time, opens + window) };
}

/** Running sum, over posts in order of time, of how much each counts as background. */
function trafficOf({ posts }: Measurements, weight: (account: number) => number): Float64Array {
  const sums = new Float64Array(posts.count + 1);
  for (let p = 0; p < posts.count; p++) sums[p + 1] = (sums[p] ?? 0) + weight(posts.account[p] ?? 0);
  return sums;
}

/** Share of the others' posts in the window; one post is added inside, since an empty window has some traffic too. */
function shareOf({ accounts, posts }: Measurements, a: number, { count, start, end }: Busiest, traffic: Float64Array): number {
  const own = rowOf(accounts.postsOf, a);
  const weight = (traffic[(own[0] ?? 0) + 1] ?? 0) - (traffic[own[0] ?? 0] ?? 0);
  const inside = (traffic[end] ?? 0) - (traffic[start] ?? 0) - weight * count;
  const all = (traffic[posts.count] ?? 0) - weight * own.length;
  return Math.min(1, (Math.max(0, inside) + 1) / (Math.max(0, all) + 1));
}

function scan(m: Measurements, a: number, busiest: Busiest, traffic: Float64Array): number {
  const n = rowOf(m.accounts.postsOf, a).length;
  return Math.min(1, n * binomialTail(busiest.count - 1, n - 1, shareOf(m, a, busiest, traffic)));
}
