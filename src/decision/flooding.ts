import type { Dataset } from '../dataset/dataset.js';
import { MAX_EVIDENCE_POSTS } from '../signals/constants.js';
import { repetitionOf, repetitionText } from '../signals/repetition.js';
import { outOfRange } from '../stats/array-access.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';
import { geometricTail, type LowCounts, powerLawTail } from '../stats/count-tails.js';
import { densestWindow } from '../stats/densest-window.js';
import { formatDuration } from '../text/format-durations.js';
import { quoteText } from '../text/format.js';
import { OrderingHash } from '../text/ordering-hash.js';
import { MINUTE } from '../time/units.js';
import { FALSE_DISCOVERY_RATE } from './partial-conjunction-test.js';
import type { Reason } from './rank-evidence.js';

/** Length of a burst; the reports use the same. */
const WINDOW = 10 * MINUTE;
/** A verdict describes what an account mostly does, so at least half of its own posts must show it. */
const MOSTLY = 0.5;

/** An account that repeats itself, or posts in bursts, more than chance explains, and does so alone. */
export interface FloodingFinding {
  readonly reason: 'repetition' | 'bursts';
  /** Number of all its posts, including retweets. */
  readonly of: number;
  readonly windowMs: number;
  /** p-value: the probability that an ordinary account of this dump does as much. */
  readonly p: number;
  /** The posts that show it: those with its most repeated text, or those of its busiest ten minutes. */
  readonly posts: readonly number[];
}

/**
 * Finds accounts that repeat a text that nobody else posts, or that post in bursts, at the false discovery rate of
 * `FALSE_DISCOVERY_RATE`. The null distributions are fitted to the dump's other accounts with at least two posts:
 * geometric for repetitions of a text (each further one as probable as the second), a power law for posts in ten
 * minutes, because people post in bursts.
 * @param able 1 for each account that may be called so, 0 for the others; the null distributions are fitted to these
 *   accounts
 */
export function findFlooding(m: Dataset, able: Uint8Array): Map<number, FloodingFinding> {
  const textOf = textsOfOne(m);
  const habits = measureHabits(m, able, textOf);
  const repeats = habits.map(({ repeated }) => repeated - 1);
  const bursts = habits.map(({ burst }) => burst - 1);
  const [repetition, sittings] = [lowCounts(repeats), lowCounts(bursts)];
  // Two tests for every account: each p-value is doubled (Bonferroni).
  const ofRepetition = Float64Array.from(repeats, (count) =>
    Math.min(1, 2 * geometricTail(without(count, repetition), count)),
  );
  const ofBursts = Float64Array.from(bursts, (count) => Math.min(1, 2 * powerLawTail(without(count, sittings), count)));
  const rate = benjaminiHochberg(ofRepetition.map((p, i) => Math.min(p, ofBursts[i] ?? outOfRange())));
  const found = new Map<number, FloodingFinding>();
  for (const [i, { account, own, again, text, burst }] of habits.entries()) {
    if ((rate[i] ?? outOfRange()) > FALSE_DISCOVERY_RATE) continue;
    const [byRepetition, byBursts] = [ofRepetition[i] ?? outOfRange(), ofBursts[i] ?? outOfRange()];
    const isRepetition = byRepetition <= byBursts;
    if ((isRepetition ? again : burst) < MOSTLY * own) continue;
    const posts = isRepetition
      ? ownTexts(m, account, textOf).filter((p) => textOf(p) === text)
      : postsOfBurst(m, account, textOf);
    found.set(account, {
      reason: isRepetition ? 'repetition' : 'bursts',
      of: m.accounts.postsOf.rowSize(account),
      windowMs: windowOf(m),
      p: Math.min(byRepetition, byBursts),
      posts,
    });
  }
  return found;
}

interface Habit {
  readonly account: number;
  /** Number of posts that are not retweets. */
  readonly own: number;
  /** How many of them have a text that the account posted more than once and that nobody else posted. */
  readonly again: number;
  /**
   * The text that it repeats most, and how many posts have it; of equally frequent texts, the one that reached this
   * count first.
   */
  readonly text: number;
  readonly repeated: number;
  /** The largest number of its posts within ten minutes whose text nobody else has. */
  readonly burst: number;
}

type TextOf = (post: number) => number | undefined;

/**
 * Counts for each account with at least two own posts. The posts themselves are looked up only for accounts with a
 * finding.
 */
function measureHabits(m: Dataset, able: Uint8Array, textOf: TextOf): Habit[] {
  const { postsOf } = m.accounts;
  const window = windowOf(m);
  const habits: Habit[] = [];
  const times = new TextCounts(m.comparableCluster.length);
  const alone = new GrowableTimes();
  /** The texts of one account's posts. */
  const texts: number[] = [];
  for (let account = 0; account < able.length; account++) {
    if (able[account] === 0 || postsOf.rowSize(account) < 2) continue;
    alone.clear();
    texts.length = 0;
    let [own, repeated, text] = [0, 0, Number.NaN];
    for (let k = postsOf.start(account); k < postsOf.end(account); k++) {
      const p = postsOf.values[k] ?? outOfRange();
      if (m.posts.retweet[p] === 1) continue;
      own++;
      const said = textOf(p);
      if (said === undefined) continue;
      alone.push(m.posts.time[p] ?? outOfRange());
      texts.push(said);
      const count = times.add(said);
      if (count > repeated) [repeated, text] = [count, said];
    }
    let again = 0;
    if (repeated > 1) for (const said of texts) again += Number(times.of(said) > 1);
    for (const said of texts) times.clear(said);
    if (own < 2) continue;
    habits.push({ account, own, again, text, repeated, burst: densestWindow(alone.values(), window).size });
  }
  return habits;
}

/** Counts how often each text occurs: comparable texts in an array, by cluster number, the others in a map. */
class TextCounts {
  readonly #compared: Uint32Array;
  readonly #others = new Map<number, number>();

  constructor(compared: number) {
    this.#compared = new Uint32Array(compared);
  }

  of(text: number): number {
    return (text < BEYOND_HASHES ? this.#compared[text] : this.#others.get(text)) ?? 0;
  }

  /** Counts a text once more, and returns its count. */
  add(text: number): number {
    const count = this.of(text) + 1;
    if (text < BEYOND_HASHES) this.#compared[text] = count;
    else this.#others.set(text, count);
    return count;
  }

  clear(text: number): void {
    if (text < BEYOND_HASHES) this.#compared[text] = 0;
    else this.#others.delete(text);
  }
}

/** A buffer of times that is reused for all accounts. */
class GrowableTimes {
  #room = new Float64Array(64);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  push(time: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#length++] = time;
  }

  values(): Float64Array {
    return this.#room.subarray(0, this.#length);
  }
}

/** The posts of an account whose text nobody else has, in order of time. */
function ownTexts(m: Dataset, account: number, textOf: TextOf): number[] {
  return [...m.accounts.postsOf.row(account)].filter((p) => m.posts.retweet[p] === 0 && textOf(p) !== undefined);
}

function postsOfBurst(m: Dataset, account: number, textOf: TextOf): number[] {
  const own = ownTexts(m, account, textOf);
  const times = own.map((p) => m.posts.time[p] ?? outOfRange());
  const { start, size } = densestWindow(times, windowOf(m));
  return own.slice(start, start + size);
}

function windowOf({ timeGranularityMs }: Dataset): number {
  return Math.max(WINDOW, timeGranularityMs);
}

/** Added to a hash, so that it cannot equal a cluster number. */
const BEYOND_HASHES = 2 ** 32;
const NO_TEXT = new OrderingHash().reset().add('').low;

/**
 * A number for the text of a post. Near copies have the same number; texts that are too short to compare have the same
 * number only if they are identical. Undefined if there is no text, or if another account has it too.
 */
function textsOfOne({ posts, comparableCluster }: Dataset): TextOf {
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

function lowCounts(counts: readonly number[]): LowCounts {
  return {
    measured: counts.length,
    reachOne: counts.filter((count) => count >= 1).length,
    reachTwo: counts.filter((count) => count >= 2).length,
  };
}

/** The counts without one account, whose own count is `count`. */
function without(count: number, { measured, reachOne, reachTwo }: LowCounts): LowCounts {
  return {
    measured: measured - 1,
    reachOne: reachOne - Number(count >= 1),
    reachTwo: reachTwo - Number(count >= 2),
  };
}

/** The finding in the form of a reason, for reports. */
export function floodingReason(m: Dataset, { reason, of, windowMs, p, posts }: FloodingFinding): Reason {
  const base = {
    family: 'posting',
    corroboratingOnly: false,
    comparesTexts: false,
    // No log ratio: the finding is not evidence of acting together.
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
