import { type CsrRows, groupIndices } from '../dataset/csr-rows.js';
import type { AccountPostColumns, Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { densestWindow } from '../stats/densest-window.js';
import { radixArgsort } from '../stats/radix-argsort.js';
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
   * Row a: the account's busiest windows that have two posts or more, one for each length at most, as their places in
   * the arrays below. The others have a p-value of 1.
   */
  readonly #windowsOf: CsrRows;
  /**
   * For each of these windows whose it is, its length, the posts of everybody in it, and the account's own posts in it.
   * In order of time: then an iteration reads the cumulative traffic from its start to its end, which takes half the
   * time.
   */
  readonly #account: Uint32Array;
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
    const most = able.reduce((sum, measured) => sum + measured, 0) * windows.length;
    const [account, length] = [new Uint32Array(most), new Uint8Array(most)];
    const [start, end] = [new Uint32Array(most), new Uint32Array(most)];
    const [inside, pairs] = [new Uint32Array(most), new Uint32Array(most)];
    const numberOf = new Map<number, number>();
    const pairPosts: number[] = [];
    const pairInside: number[] = [];
    const { postsOf } = m.accounts;
    const { time } = m.posts;
    let times = new Float64Array(64);
    let next = 0;
    for (let a = 0; a < able.length; a++) {
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
        account[next] = a;
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
    const order = radixArgsort(Float64Array.from(start.subarray(0, next)));
    const ordered = (column: Uint32Array): Uint32Array => order.map((k) => column[k] ?? outOfRange());
    this.#account = ordered(account);
    this.#length = Uint8Array.from(order, (k) => length[k] ?? outOfRange());
    this.#start = ordered(start);
    this.#end = ordered(end);
    this.#inside = ordered(inside);
    this.#pair = ordered(pairs);
    this.#windowsOf = groupIndices(this.#account, able.length);
    this.#lastBin = new Uint8Array(next);
    this.#pairPosts = Uint32Array.from(pairPosts);
    this.#pairInside = Uint32Array.from(pairInside);
    this.#least = new Float64Array(pairPosts.length * BIN_COUNT).fill(Infinity);
    this.#most = new Float64Array(pairPosts.length * BIN_COUNT).fill(-Infinity);
  }

  /** The p-value of the account's busiest window of the w-th length. */
  scanPValue(a: number, w: number, traffic: CumulativeTraffic): number {
    const at = this.#windowsOf.row(a).find((place) => this.#length[place] === w);
    return at === undefined ? 1 : this.#pValueAt(a, at, traffic);
  }

  /** −ln p of the account's least probable window, at least 0. */
  negLogP(a: number, traffic: CumulativeTraffic): number {
    let most = 0;
    for (const at of this.#windowsOf.row(a)) most = Math.max(most, this.#surprise(this.#pValueAt(a, at, traffic)));
    return most;
  }

  /** Sets the class of each measured account to the bin of the value that `negLogP` returns. */
  surpriseBins({ sums, suspicion }: CumulativeTraffic, able: Uint8Array, classes: Int8Array): void {
    for (let a = 0; a < classes.length; a++) if (able[a] === 1) classes[a] = 0;
    const { accounts, posts } = this.#m;
    const everything = sums[posts.count] ?? outOfRange();
    for (let at = 0; at < this.#account.length; at++) {
      const a = this.#account[at] ?? outOfRange();
      const weight = 1 - (suspicion === undefined ? 0 : (suspicion[a] ?? outOfRange()));
      const theirs = share(
        (sums[this.#end[at] ?? outOfRange()] ?? outOfRange()) -
          (sums[this.#start[at] ?? outOfRange()] ?? outOfRange()) -
          weight * (this.#inside[at] ?? outOfRange()),
        everything - weight * accounts.postsOf.rowSize(a),
      );
      const pair = this.#pair[at] ?? outOfRange();
      const last = this.#lastBin[at] ?? outOfRange();
      const found = this.#isIn(pair * BIN_COUNT + last, theirs) ? last : this.#find(pair, theirs);
      this.#lastBin[at] = found;
      if (found > (classes[a] ?? outOfRange())) classes[a] = found;
    }
  }

  #pValueAt(a: number, at: number, traffic: CumulativeTraffic): number {
    const inside = this.#inside[at] ?? outOfRange();
    const [start, end] = [this.#start[at] ?? outOfRange(), this.#end[at] ?? outOfRange()];
    return this.#scan(this.#pair[at] ?? outOfRange(), trafficShare(this.#m, a, inside, start, end, traffic));
  }

  /** Whether a share at most this one, and one at least this one, were seen in this bin of a pair. */
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
