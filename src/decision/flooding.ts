import type { Dataset } from '../dataset/dataset.js';
import { MAX_EVIDENCE_POSTS } from '../signals/constants.js';
import { repetitionOf, repetitionText } from '../signals/repetition.js';
import { outOfRange } from '../stats/array-access.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { geometricTail, type LowCounts, powerLawTail } from '../stats/count-tails.js';
import { densestWindow } from '../stats/densest-window.js';
import { formatDuration } from '../text/format-durations.js';
import { quoteText } from '../text/format.js';
import { Hash64 } from '../text/hash64.js';
import { MINUTE } from '../time/units.js';
import { FALSE_DISCOVERY_RATE } from './partial-conjunction-test.js';
import type { Reason } from './rank-evidence.js';

/** A sitting: as the tables tell it. */
const WINDOW = 10 * MINUTE;
/** A verdict on an account says what it mostly does: at least half of its own posts. */
const MOSTLY = 0.5;

/** An account that repeats itself, or posts in bursts, more than chance explains, and nobody acts along. */
export interface FloodingFinding {
  readonly reason: 'repetition' | 'bursts';
  /** All its posts, retweets too. */
  readonly of: number;
  readonly windowMs: number;
  /** The chance that an account of this dump does as much by itself. */
  readonly p: number;
  /** The posts that show it: those with its most repeated text, or those of its busiest ten minutes. */
  readonly posts: readonly number[];
}

/**
 * Accounts that repeat a text of their own that nobody else has, or that post in bursts, at the false discovery rate of
 * `FALSE_DISCOVERY_RATE`. What is usual is fitted to the dump's other accounts that post twice and more. A further
 * repetition of a text is taken to be as probable as the second; of posts in a sitting a power law is asked, since people
 * post in sittings.
 * @param able 1 for each account that may be called so, and is the background of the others
 */
export function findFlooding(m: Dataset, able: Uint8Array): Map<number, FloodingFinding> {
  const habits = measureHabits(m, able);
  const repeats = habits.map(({ repeated }) => repeated.length - 1);
  const bursts = habits.map(({ burst }) => burst.length - 1);
  const [repetition, sittings] = [lowCounts(repeats), lowCounts(bursts)];
  // Two questions to every account: half of the error is left to each.
  const ofRepetition = Float64Array.from(repeats, (count) =>
    Math.min(1, 2 * geometricTail(without(count, repetition), count)),
  );
  const ofBursts = Float64Array.from(bursts, (count) => Math.min(1, 2 * powerLawTail(without(count, sittings), count)));
  const rate = benjaminiHochberg(ofRepetition.map((p, i) => Math.min(p, ofBursts[i] ?? outOfRange())));
  const found = new Map<number, FloodingFinding>();
  for (const [i, { account, own, again, repeated, burst }] of habits.entries()) {
    if ((rate[i] ?? outOfRange()) > FALSE_DISCOVERY_RATE) continue;
    const [p, other] = [ofRepetition[i] ?? outOfRange(), ofBursts[i] ?? outOfRange()];
    const isRepetition = p <= other;
    if ((isRepetition ? again : burst.length) < MOSTLY * own) continue;
    const posts = isRepetition ? repeated : burst;
    found.set(account, {
      reason: isRepetition ? 'repetition' : 'bursts',
      of: m.accounts.postsOf.rowSize(account),
      windowMs: Math.max(WINDOW, m.timeGranularityMs),
      p: Math.min(p, other),
      posts,
    });
  }
  return found;
}

interface Habit {
  readonly account: number;
  /** Posts that are no retweets. */
  readonly own: number;
  /** Those of them that have a text which the account has more than once, and nobody else. */
  readonly again: number;
  /** Posts with its most repeated text; of several the one that was so often first. */
  readonly repeated: readonly number[];
  /** Its most posts within ten minutes whose text nobody else has. */
  readonly burst: readonly number[];
}

function measureHabits(m: Dataset, able: Uint8Array): Habit[] {
  const textOf = textsOfOne(m);
  const habits: Habit[] = [];
  for (let a = 0; a < able.length; a++) {
    if (able[a] === 0) continue;
    const own = m.accounts.postsOf.row(a).filter((p) => m.posts.retweet[p] === 0);
    if (own.length < 2) continue;
    const alone = own.filter((p) => textOf(p) !== undefined);
    const times = new Map<number | undefined, number>();
    let [most, text] = [0, Number.NaN];
    for (const p of alone) {
      const count = (times.get(textOf(p)) ?? 0) + 1;
      times.set(textOf(p), count);
      if (count > most) [most, text] = [count, textOf(p) ?? Number.NaN];
    }
    habits.push({
      account: a,
      own: own.length,
      again: alone.filter((p) => (times.get(textOf(p)) ?? 0) > 1).length,
      repeated: [...alone].filter((p) => textOf(p) === text),
      burst: densest(alone, m),
    });
  }
  return habits;
}

/** What two hashes of texts cannot be mixed up with. */
const BEYOND_HASHES = 2 ** 32;
const NO_TEXT = new Hash64().reset().add('').low;

/**
 * Gives a number for the text of a post: the same for near copies, and for texts that are too short to be compared where
 * they are the same to the letter. Undefined where there is no text, and where another account has it, too.
 */
function textsOfOne({ posts, comparableCluster }: Dataset): (post: number) => number | undefined {
  const writer = new Int32Array(comparableCluster.length).fill(-1);
  const shared = new Uint8Array(comparableCluster.length);
  for (let p = 0; p < posts.count; p++) {
    if (posts.retweet[p] === 1) continue;
    const text = posts.textCluster[p] ?? outOfRange();
    const account = posts.account[p] ?? outOfRange();
    if (writer[text] === -1) writer[text] = account;
    else if (writer[text] !== account) shared[text] = 1;
  }
  return (p) => {
    const text = posts.textCluster[p] ?? outOfRange();
    if (comparableCluster[text] === 1) return shared[text] === 1 ? undefined : text;
    const exact = posts.textHash[p] ?? outOfRange();
    return exact === NO_TEXT ? undefined : BEYOND_HASHES + exact;
  };
}

function densest(own: Uint32Array, { posts: { time }, timeGranularityMs }: Dataset): readonly number[] {
  const times = Float64Array.from(own, (p) => time[p] ?? outOfRange());
  const { start, size } = densestWindow(times, Math.max(WINDOW, timeGranularityMs));
  return [...own.subarray(start, start + size)];
}

function lowCounts(counts: readonly number[]): LowCounts {
  return {
    measured: counts.length,
    reachOne: counts.filter((count) => count >= 1).length,
    reachTwo: counts.filter((count) => count >= 2).length,
  };
}

/** The counts of the others. */
function without(count: number, { measured, reachOne, reachTwo }: LowCounts): LowCounts {
  return {
    measured: measured - 1,
    reachOne: reachOne - Number(count >= 1),
    reachTwo: reachTwo - Number(count >= 2),
  };
}

/** The finding as a reason that can be printed. */
export function floodingReason(m: Dataset, { reason, of, windowMs, p, posts }: FloodingFinding): Reason {
  const base = {
    family: 'posting',
    corroboratingOnly: false,
    comparesTexts: false,
    // It says nothing of acting together.
    weight: 0,
    p: Number(p.toPrecision(3)),
    figures: { value: posts.length },
  } as const;
  if (reason === 'bursts')
    return {
      ...base,
      signal: 'burst',
      posts: posts.slice(0, MAX_EVIDENCE_POSTS),
      says: () => `${posts.length} posts of its own in ${formatDuration(windowMs / 1000)}, of ${of} in all`,
    };
  const { finding, ...shown } = repetitionOf(m, posts);
  return {
    ...base,
    ...shown,
    signal: 'repeated-text',
    says: ({ quoted }) => `${repetitionText(finding)} in ${of} posts, and nobody else has it: ${quoteText(quoted)}`,
  };
}
