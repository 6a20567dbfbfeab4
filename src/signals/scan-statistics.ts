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
  /**
   * Row a: the account's busiest windows that have two posts or more, one for each length at most. The others have a
   * p-value of 1.
   */
  readonly #rows: Uint32Array;
  /** For each of these windows which length it has, the posts of everybody in it, and the account's own posts in it. */
  readonly #length: Uint8Array;
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #inside: Uint32Array;
  /** The index of its pair of counts. */
  readonly #pair: Uint32Array;
  /** The bin that was found last: in most iterations it is the same again. */
  readonly #lastBin: Uint8Array;
  /**
   * The distinct pairs of an account's number of posts and the number in its busiest window; many accounts have the
   * same pair.
   */
  readonly #pairPosts: Uint32Array;
  readonly #pairInside: Uint32Array;
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
    this.#rows = new Uint32Array(able.length + 1);
    const most = able.reduce((sum, measured) => sum + measured, 0) * windows.length;
    const length = new Uint8Array(most);
    const start = new Uint32Array(most);
    const end = new Uint32Array(most);
    const inside = new Uint32Array(most);
    const pairs = new Uint32Array(most);
    const numberOf = new Map<number, number>();
    const pairPosts: number[] = [];
    const pairInside: number[] = [];
    const { postsOf } = m.accounts;
    const { time } = m.posts;
    let times = new Float64Array(64);
    let next = 0;
    for (let a = 0; a < able.length; a++) {
      this.#rows[a] = next;
      if (able[a] === 0) continue;
      const from = postsOf.start(a);
      const own = postsOf.rowSize(a);
      if (own > times.length) times = new Float64Array(2 * own);
      for (let k = 0; k < own; k++) times[k] = time[postsOf.values[from + k] ?? outOfRange()] ?? outOfRange();
      for (const [w, window] of windows.entries()) {
        const { start: first, size: count } = densestWindow(times, window, own);
        if (count < 2) continue;
        const post = postsOf.values[from + first] ?? outOfRange();
        const opens = times[first] ?? outOfRange();
        length[next] = w;
        start[next] = gallopLowerBound(time, opens, post);
        end[next] = gallopLowerBound(time, opens + window, post + count);
        inside[next] = count;
        const key = own * (m.posts.count + 1) + count;
        let pair = numberOf.get(key);
        if (pair === undefined) {
          pair = pairPosts.length;
          numberOf.set(key, pair);
          pairPosts.push(own);
          pairInside.push(count);
        }
        pairs[next++] = pair;
      }
    }
    this.#rows[able.length] = next;
    this.#length = length.slice(0, next);
    this.#start = start.slice(0, next);
    this.#end = end.slice(0, next);
    this.#inside = inside.slice(0, next);
    this.#pair = pairs.slice(0, next);
    this.#lastBin = new Uint8Array(next);
    this.#pairPosts = Uint32Array.from(pairPosts);
    this.#pairInside = Uint32Array.from(pairInside);
    this.#least = new Float64Array(pairPosts.length * BIN_COUNT).fill(Infinity);
    this.#most = new Float64Array(pairPosts.length * BIN_COUNT).fill(-Infinity);
  }

  /** The p-value of the account's busiest window of the w-th length. */
  scanPValue(a: number, w: number, traffic: CumulativeTraffic): number {
    for (let at = this.#rows[a] ?? outOfRange(); at < (this.#rows[a + 1] ?? outOfRange()); at++)
      if (this.#length[at] === w) return this.#pValueAt(a, at, traffic);
    return 1;
  }

  /** −ln p of the account's least probable window, at least 0. */
  negLogP(a: number, traffic: CumulativeTraffic): number {
    let most = 0;
    for (let at = this.#rows[a] ?? outOfRange(); at < (this.#rows[a + 1] ?? outOfRange()); at++)
      most = Math.max(most, this.#surprise(this.#pValueAt(a, at, traffic)));
    return most;
  }

  /** The bin of the value that `negLogP` returns. */
  surpriseBin(a: number, { sums, suspicion }: CumulativeTraffic): number {
    const from = this.#rows[a] ?? outOfRange();
    const to = this.#rows[a + 1] ?? outOfRange();
    if (from === to) return 0;
    const { accounts, posts } = this.#m;
    const weight = 1 - (suspicion === undefined ? 0 : (suspicion[a] ?? outOfRange()));
    const all = (sums[posts.count] ?? outOfRange()) - weight * accounts.postsOf.rowSize(a);
    let highest = 0;
    for (let at = from; at < to; at++) {
      const theirs = share(
        (sums[this.#end[at] ?? outOfRange()] ?? outOfRange()) -
          (sums[this.#start[at] ?? outOfRange()] ?? outOfRange()) -
          weight * (this.#inside[at] ?? outOfRange()),
        all,
      );
      const pair = this.#pair[at] ?? outOfRange();
      const last = this.#lastBin[at] ?? outOfRange();
      const found = this.#isIn(pair * BIN_COUNT + last, theirs) ? last : this.#find(pair, theirs);
      this.#lastBin[at] = found;
      if (found > highest) highest = found;
    }
    return highest;
  }

  #pValueAt(a: number, at: number, traffic: CumulativeTraffic): number {
    const inside = this.#inside[at] ?? outOfRange();
    const [start, end] = [this.#start[at] ?? outOfRange(), this.#end[at] ?? outOfRange()];
    return this.#scan(this.#pair[at] ?? outOfRange(), trafficShare(this.#m, a, inside, start, end, traffic));
  }

  /** Whether shares below and above this one, or the same, were seen in this bin of a pair. */
  #isIn(bin: number, theirs: number): boolean {
    return theirs >= (this.#least[bin] ?? outOfRange()) && theirs <= (this.#most[bin] ?? outOfRange());
  }

  #find(pair: number, theirs: number): number {
    for (let bin = 0; bin < BIN_COUNT; bin++) if (this.#isIn(pair * BIN_COUNT + bin, theirs)) return bin;
    return this.#learn(pair, theirs);
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
    const posts = this.#pairPosts[pair] ?? outOfRange();
    return Math.min(1, posts * binomialTail((this.#pairInside[pair] ?? outOfRange()) - 1, posts - 1, theirs));
  }

  /** Corrected for the number of window lengths (Bonferroni). */
  #surprise(p: number): number {
    return Math.max(0, -Math.log(Math.min(1, this.#lengths * p)));
  }
}
