import { increment, outOfRange } from '../stats/array-access.js';
import { categoricalLogRatio } from '../stats/categorical-log-ratio.js';
import { MAX_LOG_RATIO, MAX_EVIDENCE_POSTS, PSEUDOCOUNT } from './constants.js';
import { defineSignal } from './signal.js';

/** Lower bounds of the classes: one, two and four posts with hidden characters. */
const CLASSES = [1, 2, 4];

/**
 * Posts with invisible characters, or with letters of one script inside words of another: they prevent comparison and
 * are not typed by accident.
 */
export const obfuscation = defineSignal({
  name: 'disguised-text',
  family: 'posting',
  fit({ accounts, posts }) {
    const hiding = new Uint32Array(accounts.count);
    const own = new Uint32Array(accounts.count);
    for (let p = 0; p < posts.count; p++) {
      const a = posts.account[p] ?? outOfRange();
      if (posts.obfuscated[p] === 1) increment(hiding, a);
      if (posts.retweet[p] === 0) increment(own, a);
    }
    const classes = Int8Array.from(hiding, (count, a) =>
      own[a] === 0 ? -1 : CLASSES.filter((bound) => count >= bound).length,
    );
    // If nobody obfuscates, the signal counts as not measured.
    const anybody = hiding.some((count) => count > 0);
    return {
      measurable: Uint8Array.from(own, (count) => Number(anybody && count > 0)),
      initialScore: () => Float64Array.from(hiding),
      logLikelihoodRatio: ({ probability }, into) =>
        categoricalLogRatio(classes, probability, PSEUDOCOUNT, MAX_LOG_RATIO, into),
      explain: (a) => {
        const count = hiding[a] ?? outOfRange();
        if (count === 0) return undefined;
        const found = accounts.postsOf.row(a).filter((p) => posts.obfuscated[p] === 1);
        return {
          finding: { posts: count, of: accounts.postsOf.rowSize(a) },
          posts: [...found.subarray(0, MAX_EVIDENCE_POSTS)],
        };
      },
    };
  },
  describe: ({ posts, of }) =>
    `hides characters in ${posts} of ${of} posts: invisible ones, or letters of another script`,
  figures: ({ posts }) => ({ value: posts }),
  isTelling: ({ posts }) => posts >= 1,
  means: {
    for: 'suspected accounts hide characters as much more often',
    against: 'it hides characters no more than ordinary accounts do',
  },
  missing: {
    some: 'the others only retweet',
    all: 'nobody hides characters, so there is nothing to compare',
  },
});
