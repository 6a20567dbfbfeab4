import { rowLength, rowOf } from '../measure/measurements.js';
import { classRatio } from '../stats/class-ratio.js';
import { Background } from './background.js';
import { busiestWindow, BusiestWindows, shareOf } from './busiest-windows.js';
import { LOUDEST, POSTS_SHOWN, PRIOR_ACCOUNTS } from './constants.js';
import type { Signal } from './signal.js';

/** A minute, ten minutes, an hour: the lengths of a wave, a sitting and a shift. */
const WINDOWS = [60_000, 600_000, 3_600_000];

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
    const able = Uint8Array.from({ length: m.accounts.count }, (_, a) => Number(windows.length > 0 && rowLength(m.accounts.postsOf, a) >= 2));
    const busiest = new BusiestWindows(m, able, windows);
    const background = new Background(m.posts.account);
    const classes = new Int8Array(m.accounts.count).fill(-1);
    return {
      able,
      first: () => {
        const traffic = background.ofAll();
        return Float64Array.from(able, (measured, a) => (measured === 0 ? 0 : busiest.surprise(a, traffic)));
      },
      weigh: (membership, into) => {
        const traffic = background.beside(membership);
        for (let a = 0; a < classes.length; a++) if (able[a] === 1) classes[a] = busiest.classOf(a, traffic);
        return classRatio(classes, membership.probability, PRIOR_ACCOUNTS, LOUDEST, into);
      },
      explain: (a, membership) => {
        if (able[a] === 0) return undefined;
        const traffic = background.beside(membership);
        const found = windows.map((window, w) => ({ ...busiestWindow(m, a, window), p: busiest.scan(a, w, traffic) }));
        const best = found.sort((x, y) => x.p - y.p || x.window - y.window)[0];
        if (!best || best.count < 2 || best.p >= Math.exp(-1)) return undefined;
        const own = rowOf(m.accounts.postsOf, a);
        const expected = (own.length - 1) * shareOf(m, a, best.count, best.start, best.end, traffic);
        return {
          finding: { kind: 'burst', posts: best.count, minutes: best.window / 60_000, expected },
          posts: [...own.subarray(best.first, best.first + Math.min(best.count, POSTS_SHOWN))],
        };
      },
    };
  },
};
