import { categoricalLogRatio } from '../stats/categorical-log-ratio.js';
import { formatDuration } from '../text/format-durations.js';
import { formatEstimate } from '../text/format.js';
import { HOUR, MINUTE } from '../time/units.js';
import { Background } from './background.js';
import { MAX_LOG_RATIO, MAX_EVIDENCE_POSTS, PSEUDOCOUNT } from './constants.js';
import { busiestWindow, ScanStatistics, trafficShare } from './scan-statistics.js';
import { defineSignal, exceedsExpected } from './signal.js';

/** Window lengths: a minute, ten minutes and an hour. */
const WINDOWS = [MINUTE, 10 * MINUTE, HOUR];

/**
 * The largest number of posts in a window, compared with the hashtag's traffic in it: p ≤ n · P(Bin(n − 1, s) ≥ k − 1)
 * for k of an account's n posts in a window with the share s of everybody else's posts (scan statistic, union bound).
 * People post in bursts, so this p-value is only a score; it is compared with the scores of the dump's other accounts.
 */
export const burst = defineSignal({
  name: 'burst',
  family: 'posting',
  fit(m) {
    const windows = WINDOWS.filter((window) => window >= m.timeGranularityMs);
    const able = Uint8Array.from({ length: m.accounts.count }, (_, a) =>
      Number(windows.length > 0 && m.accounts.postsOf.rowSize(a) >= 2),
    );
    const busiest = new ScanStatistics(m, able, windows);
    const background = new Background(m.posts.account);
    const classes = new Int8Array(m.accounts.count).fill(-1);
    return {
      measurable: able,
      initialScore: () => {
        const traffic = background.ofAll();
        return Float64Array.from(able, (measured, a) => (measured === 0 ? 0 : busiest.negLogP(a, traffic)));
      },
      logLikelihoodRatio: (membership, into) => {
        const traffic = background.excluding(membership);
        busiest.surpriseBins(traffic, able, classes);
        return categoricalLogRatio(classes, membership.probability, PSEUDOCOUNT, MAX_LOG_RATIO, into);
      },
      explain: (a, membership) => {
        if (able[a] === 0) return undefined;
        const traffic = background.excluding(membership);
        const found = windows.map((window, w) => ({
          ...busiestWindow(m, a, window),
          p: busiest.scanPValue(a, w, traffic),
        }));
        const best = found.sort((x, y) => x.p - y.p || x.window - y.window)[0];
        if (!best || best.count < 2 || best.p >= Math.exp(-1)) return undefined;
        const own = m.accounts.postsOf.row(a);
        const expected = (own.length - 1) * trafficShare(m, a, best.count, best.start, best.end, traffic);
        return {
          finding: { posts: best.count, windowMs: best.window, expected },
          posts: [...own.subarray(best.first, best.first + Math.min(best.count, MAX_EVIDENCE_POSTS))],
        };
      },
    };
  },
  describe: ({ posts, windowMs, expected }) =>
    `${posts} posts in ${formatDuration(windowMs / 1000)} (${formatEstimate(expected)} expected)`,
  figures: ({ posts, expected }) => ({ value: posts, expected: Math.round(100 * expected) / 100 }),
  // The window starts at the account's first post in it; only its other posts can fall into it by chance.
  isTelling: ({ posts, expected }) => exceedsExpected(posts - 1, expected),
  means: {
    for: 'suspected accounts post as closely in time more often',
    against: 'ordinary accounts post as closely in time more often',
  },
  missing: {
    some: 'the others have one post only',
    all: 'nobody has two posts, or times are told too coarsely',
  },
});
