import { type Measurements, rowLength } from '../measure/measurements.js';
import { binomialTail } from '../stats/binomial-tail.js';
import { lowerBoundNear } from '../stats/search.js';
import type { Traffic } from './background.js';

/** Bounds of the classes of surprise (−ln p): even odds, 1 in 7, 1 in 55, 1 in 3000, 1 in 9 million. */
const CLASSES = [1, 2, 4, 8, 16];

/** The busiest window of one length. */
interface Busiest {
  readonly window: number;
  /** Position of its first post in the account's row, and how many of the account's posts it holds. */
  readonly first: number;
  readonly count: number;
  /** Numbers of everybody's first post in it, and of the first after it. */
  readonly start: number;
  readonly end: number;
}

/** Most posts of an account within `window` milliseconds; the earliest such window. */
export function busiestWindow({ accounts: { postsOf }, posts: { time } }: Measurements, a: number, window: number): Busiest {
  const row = postsOf.start[a] ?? 0;
  const length = rowLength(postsOf, a);
  let first = 0;
  let count = 0;
  for (let from = 0, to = 0; from < length; from++) {
    const begins = time[postsOf.values[row + from] ?? 0] ?? 0;
    while (to < length && (time[postsOf.values[row + to] ?? 0] ?? 0) - begins < window) to++;
    if (to - from <= count) continue;
    first = from;
    count = to - from;
  }
  const post = postsOf.values[row + first] ?? 0;
  const opens = time[post] ?? 0;
  return { window, first, count, start: lowerBoundNear(time, opens, post), end: lowerBoundNear(time, opens + window, post + count) };
}

/** Share of the others' posts in the window; one post is added inside, since an empty window has some traffic too. */
export function shareOf({ accounts: { postsOf }, posts }: Measurements, a: number, count: number, start: number, end: number, { sums, suspicion }: Traffic): number {
  const weight = 1 - (suspicion?.[a] ?? 0);
  const inside = (sums[end] ?? 0) - (sums[start] ?? 0) - weight * count;
  const all = (sums[posts.count] ?? 0) - weight * rowLength(postsOf, a);
  return Math.min(1, (Math.max(0, inside) + 1) / (Math.max(0, all) + 1));
}

/** How many posts an account has, and how many of them its busiest window holds; many accounts have the same two numbers. */
interface Counts {
  readonly posts: number;
  readonly inside: number;
  /** The shares of traffic that each class was found at: a larger share is less surprising, so that what lies between two is of their class. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The busiest windows of the accounts, of each length, in plain columns. */
export class BusiestWindows {
  readonly #m: Measurements;
  readonly #lengths: number;
  /** Of account a and the w-th length at a · lengths + w. */
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #countsOf: Counts[] = [];

  /** @param able 1 for the accounts that are looked at */
  constructor(m: Measurements, able: Uint8Array, windows: readonly number[]) {
    this.#m = m;
    this.#lengths = windows.length;
    this.#start = new Uint32Array(able.length * windows.length);
    this.#end = new Uint32Array(able.length * windows.length);
    this.#counts = new Uint32Array(able.length * windows.length);
    const numberOf = new Map<number, number>();
    for (let a = 0; a < able.length; a++) {
      if (able[a] === 0) continue;
      const posts = rowLength(m.accounts.postsOf, a);
      for (const [w, window] of windows.entries()) {
        const busiest = busiestWindow(m, a, window);
        const at = a * windows.length + w;
        this.#start[at] = busiest.start;
        this.#end[at] = busiest.end;
        const key = posts * m.posts.count + busiest.count;
        const number = numberOf.get(key) ?? this.#countsOf.length;
        this.#counts[at] = number;
        if (number < this.#countsOf.length) continue;
        numberOf.set(key, number);
        const bounds = CLASSES.length + 1;
        this.#countsOf.push({ posts, inside: busiest.count, least: new Float64Array(bounds).fill(Infinity), most: new Float64Array(bounds).fill(-Infinity) });
      }
    }
  }

  /** The p-value of the account's busiest window of the w-th length. */
  scan(a: number, w: number, traffic: Traffic): number {
    const at = a * this.#lengths + w;
    const counts = this.#countsOf[this.#counts[at] ?? 0];
    return counts ? scan(counts, this.#share(a, at, counts, traffic)) : 1;
  }

  /** How improbable the most improbable of the account's windows is: −ln p, at least 0. */
  surprise(a: number, traffic: Traffic): number {
    let most = 0;
    for (let w = 0; w < this.#lengths; w++) most = Math.max(most, this.#surprise(this.scan(a, w, traffic)));
    return most;
  }

  /** The class of that surprise. */
  classOf(a: number, traffic: Traffic): number {
    let highest = 0;
    for (let at = a * this.#lengths; at < (a + 1) * this.#lengths; at++) {
      const counts = this.#countsOf[this.#counts[at] ?? 0];
      // One post alone surprises nobody.
      if (counts && counts.inside > 1) highest = Math.max(highest, this.#classAt(counts, this.#share(a, at, counts, traffic)));
    }
    return highest;
  }

  #classAt(counts: Counts, share: number): number {
    const { least, most } = counts;
    for (let known = 0; known < least.length; known++) if (share >= (least[known] ?? Infinity) && share <= (most[known] ?? -Infinity)) return known;
    const surprise = this.#surprise(scan(counts, share));
    const found = CLASSES.filter((bound) => surprise >= bound).length;
    least[found] = Math.min(share, least[found] ?? Infinity);
    most[found] = Math.max(share, most[found] ?? -Infinity);
    return found;
  }

  /** With as many looks as there are lengths. */
  #surprise(p: number): number {
    return Math.max(0, -Math.log(Math.min(1, this.#lengths * p)));
  }

  #share(a: number, at: number, { inside }: Counts, traffic: Traffic): number {
    return shareOf(this.#m, a, inside, this.#start[at] ?? 0, this.#end[at] ?? 0, traffic);
  }
}

function scan({ posts, inside }: Counts, share: number): number {
  return Math.min(1, posts * binomialTail(inside - 1, posts - 1, share));
}
