import type { Dataset } from '../dataset/dataset.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { categoricalLogRatio } from '../stats/categorical-log-ratio.js';
import { quoteText } from '../text/format.js';
import { MAX_LOG_RATIO, PSEUDOCOUNT } from './constants.js';
import { repetitionOf, repetitionText } from './repetition.js';
import { defineSignal } from './signal.js';

/** Lower bounds of the classes: one, two, four, … repetitions of an own text. */
const CLASSES = [1, 2, 4, 8, 16];

/** How often an account repeats its own texts; retweets do not count. */
export const selfDuplication = defineSignal({
  name: 'repeated-text',
  family: 'posting',
  fit(m) {
    const { own, repeated } = countRepeats(m);
    const classes = Int8Array.from(own, (count, a) =>
      count < 2 ? -1 : CLASSES.filter((bound) => (repeated[a] ?? outOfRange()) >= bound).length,
    );
    return {
      measurable: Uint8Array.from(own, (count) => Number(count >= 2)),
      initialScore: () => Float64Array.from(repeated),
      logLikelihoodRatio: ({ probability }, into) =>
        categoricalLogRatio(classes, probability, PSEUDOCOUNT, MAX_LOG_RATIO, into),
      explain: (a) => {
        if (repeated[a] === 0) return undefined;
        const { wording } = mostRepeated(m, a);
        const posts = [...m.accounts.postsOf.row(a)].filter(
          (p) => m.posts.textCluster[p] === wording && m.posts.retweet[p] === 0,
        );
        const { finding, ...shown } = repetitionOf(m, posts);
        return { ...shown, finding: { ...finding, of: m.accounts.postsOf.rowSize(a) } };
      },
    };
  },
  describe: (finding, { quoted }) => `${repetitionText(finding)} in ${finding.of} posts: ${quoteText(quoted)}`,
  figures: ({ times }) => ({ value: times }),
  isTelling: ({ times }) => times >= 2,
  means: {
    for: 'suspected accounts repeat themselves as much more often',
    against: 'ordinary accounts repeat themselves as much more often',
  },
  missing: {
    some: 'the others have fewer than two texts of their own of four words or more',
    all: 'nobody has two texts of their own of four words or more',
  },
});

/**
 * For each account the number of own posts with a text that is long enough to compare, and how many of them repeat an
 * earlier one.
 */
function countRepeats(m: Dataset): { own: Uint32Array; repeated: Uint32Array } {
  const { postsOf, count } = m.accounts;
  const own = new Uint32Array(count);
  const repeated = new Uint32Array(count);
  /** The last account that used each text cluster, plus one. */
  const lastHadBy = new Uint32Array(m.comparableCluster.length);
  for (let a = 0; a < count; a++) {
    for (const p of postsOf.row(a)) {
      if (!tells(m, p)) continue;
      const wording = m.posts.textCluster[p] ?? outOfRange();
      increment(own, a);
      if (lastHadBy[wording] === a + 1) increment(repeated, a);
      lastHadBy[wording] = a + 1;
    }
  }
  return { own, repeated };
}

function tells({ posts, comparableCluster }: Dataset, p: number): boolean {
  return posts.retweet[p] !== 1 && comparableCluster[posts.textCluster[p] ?? outOfRange()] === 1;
}

/** The text cluster that an account repeats most; of equally frequent ones, the one that reached this count first. */
function mostRepeated(m: Dataset, a: number): { most: number; wording: number } {
  const times = new Map<number, number>();
  let [most, wording] = [0, -1];
  for (const p of m.accounts.postsOf.row(a)) {
    if (!tells(m, p)) continue;
    const own = m.posts.textCluster[p] ?? outOfRange();
    const again = (times.get(own) ?? 0) + 1;
    times.set(own, again);
    if (again > most) [most, wording] = [again, own];
  }
  return { most, wording };
}
