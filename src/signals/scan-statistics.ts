import type { AccountPostColumns, Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { densestWindow } from '../stats/densest-window.js';
import { gallopLowerBound } from '../stats/search.js';
import type { CumulativeTraffic } from './background.js';

/** Bounds of the bins of −ln p: p of 1/2, 1/7, 1/55, 1/3,000 and 1/9 million. */
const CLASSES = [1, 2, 4, 8, 16];

/** The busiest window of one length. */
interface Busiest {
  readonly window: number;
  /** Position of its first post in the account's row, and how many of the account's posts it contains. */
  readonly first: number;
  readonly count: number;
  /** The range, half-open, of the numbers of all posts in it. */
  readonly start: number;
  readonly end: number;
}

/** The window of `window` milliseconds with the most posts of an account; the earliest if there are several. */
export function busiestWindow(
  { accounts: { postsOf }, posts: { time } }: AccountPostColumns,
  a: number,
  window: number,
): Busiest {
  const own = postsOf.row(a);
  let first = 0;
  let count = 0;
  for (let from = 0, to = 0; from < own.length; from++) {
    const begins = time[own[from] ?? outOfRange()] ?? outOfRange();
    while (to < own.length && (time[own[to] ?? outOfRange()] ?? outOfRange()) - begins < window) to++;
    if (to - from <= count) continue;
    first = from;
    count = to - from;
  }
  const post = own[first] ?? outOfRange();
  const opens = time[post] ?? outOfRange();
  return {
    window,
    first,
    count,
    start: gallopLowerBound(time, opens, post),
    end: gallopLowerBound(time, opens + window, post + count),
  };
}

/**
 * Share of the others' posts in the window; one post is added inside, because some traffic can be expected even in an
 * empty window.
 */
export function trafficShare(
  { accounts: { postsOf }, posts }: Dataset,
  a: number,
  count: number,
  start: number,
  end: number,
  { sums, suspicion }: CumulativeTraffic,
): number {
  const weight = 1 - (suspicion === undefined ? 0 : (suspicion[a] ?? outOfRange()));
  return share(
    (sums[end] ?? outOfRange()) - (sums[start] ?? outOfRange()) - weight * count,
    (sums[posts.count] ?? outOfRange()) - weight * postsOf.rowSize(a),
  );
}

function share(inside: number, all: number): number {
  return Math.min(1, (Math.max(0, inside) + 1) / (Math.max(0, all) + 1));
}

/** Number of bins of −ln p. */
const BIN_COUNT = CLASSES.length + 1;

/** The busiest window of each account and length, in typed arrays. */
export class ScanStatistics {
  readonly #m: Dataset;
  readonly #lengths: number;
  /** For account a and the w-th length, at a · lengths + w: start, end and the index of its pair of counts. */
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #pair: Uint32Array;
  /**
   * The distinct pairs of an account's number of posts and the number in its busiest window; many accounts have the
   * same pair.
   */
  readonly #posts: Uint32Array;
  readonly #inside: Uint32Array;
  /**
   * For each pair and bin the smallest and largest traffic share seen so far. −ln p decreases with the share, so a
   * share between the two belongs to the same bin.
   */
  readonly #least: Float64Array;
  readonly #most: Float64Array;

  /** @param able 1 for each account that is measured, 0 for the others */
  constructor(m: Dataset, able: Uint8Array, windows: readonly number[]) {
    this.#m = m;
    this.#lengths = windows.length;
    this.#start = new Uint32Array(able.length * windows.length);
    this.#end = new Uint32Array(able.length * windows.length);
    this.#pair = new Uint32Array(able.length * windows.length);
    const numberOf = new Map<number, number>();
    const posts: number[] = [];
    const inside: number[] = [];
    const { postsOf } = m.accounts;
    const { time } = m.posts;
    let times = new Float64Array(64);
    for (let a = 0; a < able.length; a++) {
      if (able[a] === 0) continue;
      const from = postsOf.start(a);
      const own = postsOf.rowSize(a);
      if (own > times.length) times = new Float64Array(2 * own);
      for (let k = 0; k < own; k++) times[k] = time[postsOf.values[from + k] ?? outOfRange()] ?? outOfRange();
      for (const [w, window] of windows.entries()) {
        const { start: first, size: count } = densestWindow(times, window, own);
        const at = a * windows.length + w;
        // A single post has p = 1, so the traffic around it is not needed.
        if (count >= 2) {
          const post = postsOf.values[from + first] ?? outOfRange();
          const opens = times[first] ?? outOfRange();
          this.#start[at] = gallopLowerBound(time, opens, post);
          this.#end[at] = gallopLowerBound(time, opens + window, post + count);
        }
        const key = own * (m.posts.count + 1) + count;
        const pair = numberOf.get(key) ?? posts.length;
        this.#pair[at] = pair;
        if (pair < posts.length) continue;
        numberOf.set(key, pair);
        posts.push(own);
        inside.push(count);
      }
    }
    this.#posts = Uint32Array.from(posts);
    this.#inside = Uint32Array.from(inside);
    this.#least = new Float64Array(posts.length * BIN_COUNT).fill(Infinity);
    this.#most = new Float64Array(posts.length * BIN_COUNT).fill(-Infinity);
  }

  /** The p-value of the account's busiest window of the w-th length. */
  scanPValue(a: number, w: number, traffic: CumulativeTraffic): number {
    const at = a * this.#lengths + w;
    const pair = this.#pair[at] ?? outOfRange();
    return this.#scan(
      pair,
      trafficShare(
        this.#m,
        a,
        this.#inside[pair] ?? outOfRange(),
        this.#start[at] ?? outOfRange(),
        this.#end[at] ?? outOfRange(),
        traffic,
      ),
    );
  }

  /** −ln p of the account's least probable window, at least 0. */
  negLogP(a: number, traffic: CumulativeTraffic): number {
    let most = 0;
    for (let w = 0; w < this.#lengths; w++) {
      const inside = this.#inside[this.#pair[a * this.#lengths + w] ?? outOfRange()] ?? outOfRange();
      if (inside >= 2) most = Math.max(most, this.#surprise(this.scanPValue(a, w, traffic)));
    }
    return most;
  }

  /** The bin of the value that `negLogP` returns. */
  surpriseBin(a: number, { sums, suspicion }: CumulativeTraffic): number {
    const { accounts, posts } = this.#m;
    const weight = 1 - (suspicion === undefined ? 0 : (suspicion[a] ?? outOfRange()));
    const all = (sums[posts.count] ?? outOfRange()) - weight * accounts.postsOf.rowSize(a);
    let highest = 0;
    for (let at = a * this.#lengths; at < (a + 1) * this.#lengths; at++) {
      const pair = this.#pair[at] ?? outOfRange();
      const inside = this.#inside[pair] ?? outOfRange();
      // A single post has p = 1.
      if (inside < 2) continue;
      const theirs = share(
        (sums[this.#end[at] ?? outOfRange()] ?? outOfRange()) -
          (sums[this.#start[at] ?? outOfRange()] ?? outOfRange()) -
          weight * inside,
        all,
      );
      let found = pair * BIN_COUNT;
      const end = found + BIN_COUNT;
      while (
        found < end &&
        !(theirs >= (this.#least[found] ?? outOfRange()) && theirs <= (this.#most[found] ?? outOfRange()))
      )
        found++;
      highest = Math.max(highest, found < end ? found - pair * BIN_COUNT : this.#learn(pair, theirs));
    }
    return highest;
  }

  #learn(pair: number, theirs: number): number {
    const surprise = this.#surprise(this.#scan(pair, theirs));
    const found = CLASSES.filter((bound) => surprise >= bound).length;
    const at = pair * BIN_COUNT + found;
    this.#least[at] = Math.min(theirs, this.#least[at] ?? outOfRange());
    this.#most[at] = Math.max(theirs, this.#most[at] ?? outOfRange());
    return found;
  }

  #scan(pair: number, theirs: number): number {
    const posts = this.#posts[pair] ?? outOfRange();
    return Math.min(1, posts * binomialTail((this.#inside[pair] ?? outOfRange()) - 1, posts - 1, theirs));
  }

  /** Corrected for the number of window lengths (Bonferroni). */
  #surprise(p: number): number {
    return Math.max(0, -Math.log(Math.min(1, this.#lengths * p)));
  }
}
