import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { LogProductAccumulator } from '../stats/log-product.js';
import { DAY, MINUTE } from '../time/units.js';

/** Half-windows of the posts that are compared: a wave, and the day that it is part of. */
const WAVE = 10 * MINUTE;
const ITS_DAY = DAY;

/** Measures how closely in time sets of accounts of one dataset post; see `Concentration.time`. */
export class TimeCrowding {
  readonly #m: Dataset;
  /** Of each post, how many posts its account has within ten minutes and within a day of it, itself counted. */
  readonly #ownInWave: Uint32Array;
  readonly #ownInDay: Uint32Array;
  /** The posts of the set that is measured, ascending, and their times: written anew for each. */
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

  /** The same of a few, found from their posts alone. */
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

  /** Of the posts that were taken, which are all of one account. */
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

  /** Of the posts that were taken, a member's own left out: people post in sittings. */
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

/** Places among ascending times between which those lie that are near one of them. */
interface Window {
  from: number;
  to: number;
}

/** Moves a window on to the k-th of the first `size` times; how many of them lie within `half` of it, itself counted. */
function slide(window: Window, times: Float64Array, size: number, k: number, half: number): number {
  const time = times[k] ?? outOfRange();
  let { from, to } = window;
  while (time - (times[from] ?? outOfRange()) > half) from++;
  while (to < size && (times[to] ?? outOfRange()) - time <= half) to++;
  window.from = from;
  window.to = to;
  return to - from;
}
