import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { LogProductAccumulator } from '../stats/log-product.js';
import { DAY, MINUTE } from '../time/units.js';

/** Half-widths of the windows around a post: a wave, and the day around it. */
const WAVE = 10 * MINUTE;
const ITS_DAY = DAY;

/** Measures how close in time the accounts of a set post; see `Concentration.time`. */
export class TimeCrowding {
  readonly #m: Dataset;
  /** For each post the number of its account's posts within ten minutes and within a day of it, including itself. */
  readonly #ownInWave: Uint32Array;
  readonly #ownInDay: Uint32Array;
  /** The posts of the current set, ascending, and their times; overwritten for each set. */
  readonly #posts: Uint32Array;
  readonly #times: Float64Array;

  constructor(m: Dataset) {
    this.#m = m;
    this.#ownInWave = new Uint32Array(m.posts.count);
    this.#ownInDay = new Uint32Array(m.posts.count);
    this.#posts = new Uint32Array(m.posts.count);
    this.#times = new Float64Array(m.posts.count);
    const { postsOf, count } = m.accounts;
    for (let a = 0; a < count; a++) {
      const start = postsOf.start(a);
      const size = postsOf.end(a) - start;
      for (let k = 0; k < size; k++) this.#take(k, postsOf.values[start + k] ?? outOfRange());
      this.#countOwn(size);
    }
  }

  /** @param members 1 for each account of the set, 0 for the others */
  of(members: Uint8Array): number {
    const { account, count } = this.#m.posts;
    let size = 0;
    for (let p = 0; p < count; p++) if (members[account[p] ?? outOfRange()] === 1) this.#take(size++, p);
    return this.#measure(size);
  }

  /** The same as `of` for a small set, computed from its members' posts only. */
  ofFew(members: readonly number[]): number {
    const { postsOf } = this.#m.accounts;
    let size = 0;
    for (const a of members) {
      this.#posts.set(postsOf.row(a), size);
      size += postsOf.rowSize(a);
    }
    this.#posts.subarray(0, size).sort();
    for (let k = 0; k < size; k++) this.#take(k, this.#posts[k] ?? outOfRange());
    return this.#measure(size);
  }

  #take(k: number, post: number): void {
    this.#posts[k] = post;
    this.#times[k] = this.#m.posts.time[post] ?? outOfRange();
  }

  /** Counts for posts that all belong to one account. */
  #countOwn(size: number): void {
    const times = this.#times;
    const wave = { from: 0, to: 0 };
    const day = { from: 0, to: 0 };
    for (let k = 0; k < size; k++) {
      const post = this.#posts[k] ?? outOfRange();
      this.#ownInWave[post] = slide(wave, times, size, k, WAVE);
      this.#ownInDay[post] = slide(day, times, size, k, ITS_DAY);
    }
  }

  /**
   * The measure for the current posts. Each member's own posts are not counted around its posts, because people post in
   * bursts.
   */
  #measure(size: number): number {
    if (2 * WAVE <= this.#m.timeGranularityMs || size === 0) return Number.NaN;
    const times = this.#times;
    const ratios = new LogProductAccumulator();
    const wave = { from: 0, to: 0 };
    const day = { from: 0, to: 0 };
    for (let k = 0; k < size; k++) {
      const post = this.#posts[k] ?? outOfRange();
      const inWave = slide(wave, times, size, k, WAVE) - (this.#ownInWave[post] ?? outOfRange());
      const inDay = slide(day, times, size, k, ITS_DAY) - (this.#ownInDay[post] ?? outOfRange());
      ratios.add(inWave + 1, inDay * (WAVE / ITS_DAY) + 1);
    }
    return ratios.sum / size;
  }
}

/** A sliding window over ascending times. */
interface Window {
  from: number;
  to: number;
}

/**
 * Moves the window to the k-th of the first `size` times, and returns how many of them are within `half` ms of it,
 * itself included.
 */
function slide(window: Window, times: Float64Array, size: number, k: number, half: number): number {
  const time = times[k] ?? outOfRange();
  let { from, to } = window;
  while (time - (times[from] ?? outOfRange()) > half) from++;
  while (to < size && (times[to] ?? outOfRange()) - time <= half) to++;
  window.from = from;
  window.to = to;
  return to - from;
}
