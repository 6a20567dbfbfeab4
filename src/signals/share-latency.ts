import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import { increment, outOfRange } from '../stats/array-access.js';
import { categoricalLogRatio } from '../stats/categorical-log-ratio.js';
import { formatDuration } from '../text/format-durations.js';
import { plural } from '../text/format.js';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units.js';
import { MAX_LOG_RATIO, PSEUDOCOUNT } from './constants.js';
import { defineSignal } from './signal.js';

/**
 * Class bounds: ten seconds, a minute, ten minutes, an hour and a day: the windows used by other tools, from CooRTweet
 * to Pacheco et al.
 */
const WINDOWS = [10 * SECOND, MINUTE, 10 * MINUTE, HOUR, DAY];

/**
 * How quickly an account shares what others share: the median, over its items, of the time to the nearest post of
 * another account.
 */
export const shareLatency = defineSignal({
  name: 'quick-succession',
  family: 'sharing',
  corroboratingOnly: true,
  fit(m) {
    const windows = WINDOWS.filter((window) => window > m.timeGranularityMs);
    const { count, median } = gapsOf(m);
    const classes = new Int8Array(median.length);
    for (let a = 0; a < median.length; a++) {
      const gap = median[a] ?? outOfRange();
      let longer = 0;
      while (longer < windows.length && gap > (windows[longer] ?? outOfRange())) longer++;
      classes[a] = Number.isNaN(gap) ? -1 : longer;
    }
    return {
      measurable: Uint8Array.from(count, (items) => Number(items > 0)),
      initialScore: () => new Float64Array(m.accounts.count),
      logLikelihoodRatio: ({ probability }, into) =>
        categoricalLogRatio(classes, probability, PSEUDOCOUNT, MAX_LOG_RATIO, into),
      explain: (a) => {
        const gap = median[a] ?? outOfRange();
        return Number.isNaN(gap)
          ? undefined
          : {
              finding: { gapMs: Math.max(gap, m.timeGranularityMs), items: count[a] ?? outOfRange() },
              posts: [],
            };
      },
    };
  },
  describe: ({ gapMs, items }) =>
    `posted ${items} ${plural(items, 'item')} that others also posted, typically within ${formatDuration(gapMs / 1000)} of them`,
  figures: ({ items, gapMs }) => ({ value: items, gapSeconds: gapMs / SECOND }),
  isTelling: ({ items }) => items >= 1,
  means: {
    for: 'suspected accounts post soon after others more often',
    against: 'ordinary accounts post as soon after others more often',
  },
  missing: {
    some: 'the others share nothing that somebody else posted too',
    all: 'nobody posted what somebody else posted too',
  },
});

/**
 * For each account the number of items that it shares with others, and the median time in milliseconds to the nearest
 * post of another account with the item (the lower median); NaN without such items.
 */
function gapsOf({ accounts, posts, items }: Dataset): { count: Uint32Array; median: Float64Array } {
  // One row per account, with room for each of its items.
  const start = new Uint32Array(accounts.count + 1);
  for (let a = 0; a < accounts.count; a++)
    start[a + 1] =
      (start[a] ?? outOfRange()) + EDGE_KINDS.reduce((sum, kind) => sum + items[kind].itemsOf.rowSize(a), 0);
  const gaps = new Float64Array(start[accounts.count] ?? outOfRange());
  const count = new Uint32Array(accounts.count);
  const nearest = new Float64Array(accounts.count).fill(Infinity);
  for (const kind of EDGE_KINDS) {
    const { postsOf, accountsOf } = items[kind];
    for (let i = 0; i < items[kind].count; i++) {
      let [before, since] = [-1, Number.NaN];
      for (let k = postsOf.start(i); k < postsOf.end(i); k++) {
        const p = postsOf.values[k] ?? outOfRange();
        const a = posts.account[p] ?? outOfRange();
        const time = posts.time[p] ?? outOfRange();
        if (before !== a && before !== -1) {
          const gap = time - since;
          if (gap < (nearest[before] ?? outOfRange())) nearest[before] = gap;
          if (gap < (nearest[a] ?? outOfRange())) nearest[a] = gap;
        }
        before = a;
        since = time;
      }
      for (let k = accountsOf.start(i); k < accountsOf.end(i); k++) {
        const a = accountsOf.values[k] ?? outOfRange();
        const gap = nearest[a] ?? outOfRange();
        nearest[a] = Infinity;
        if (gap === Infinity) continue;
        gaps[(start[a] ?? outOfRange()) + increment(count, a)] = gap;
      }
    }
  }
  const median = new Float64Array(accounts.count).fill(Number.NaN);
  for (let a = 0; a < accounts.count; a++) {
    const found = count[a] ?? outOfRange();
    const from = start[a] ?? outOfRange();
    if (found === 0) continue;
    // The lower median of one or two values is their minimum.
    const least = gaps[from] ?? outOfRange();
    median[a] =
      found === 1
        ? least
        : found === 2
          ? Math.min(least, gaps[from + 1] ?? outOfRange())
          : (gaps.subarray(from, from + found).sort()[Math.floor((found - 1) / 2)] ?? outOfRange());
  }
  return { count, median };
}
