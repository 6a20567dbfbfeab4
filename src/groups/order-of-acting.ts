import type { Dataset } from '../dataset/dataset.js';
import { increment, outOfRange } from '../stats/array-access.js';

/**
 * How often each account acted first, at the same time, or after others; one element per account. If an account acted
 * before all members that did the same, this is not evidence about the account: strangers may have copied it.
 */
export interface ActingOrderCounts {
  /** Number of occasions on which another member had done the same earlier. */
  readonly after: Uint32Array;
  /**
   * Number of occasions on which no other member had done the same earlier, but one did it at the same time (in the
   * dump's time resolution).
   */
  readonly atOnce: Uint32Array;
  /** Number of occasions on which the account was first. */
  readonly first: Uint32Array;
  /** Expected number of occasions on which it is first if the order is random: the sum of 1 / (other members + 1). */
  readonly expectedFirst: Float64Array;
}

const [FIRST, AT_ONCE, AFTER] = [1, 2, 3];

/** Determines who was first on each occasion. Each post counts once, for the item that most members share. */
export class ActingOrder {
  readonly #m: Dataset;
  readonly #members: Uint8Array;
  /**
   * For each post the number of other members that share the item for which it counts, and its place in the order:
   * `FIRST`, `AT_ONCE` or `AFTER`; 0 if it is not an occasion.
   */
  readonly #partners: Uint32Array;
  readonly #place: Uint8Array;
  /**
   * The posts with the last item seen, the member with the first of them, its time, and the time of the next member.
   */
  #latest: Uint32Array = new Uint32Array();
  #earliest = -1;
  #time = Number.POSITIVE_INFINITY;
  #nextTime = Number.POSITIVE_INFINITY;

  /** @param members 1 for each account of the set, 0 for the others */
  constructor(m: Dataset, members: Uint8Array) {
    this.#m = m;
    this.#members = members;
    this.#partners = new Uint32Array(m.posts.count);
    this.#place = new Uint8Array(m.posts.count);
  }

  /**
   * @param post the account's first post with the item
   * @param inside number of other members that share it
   * @param posts all posts with the item, in order of time
   */
  add(
    post: number,
    account: number,
    { inside, posts }: { readonly inside: number; readonly posts: Uint32Array },
  ): void {
    if (posts !== this.#latest) this.#begin(posts);
    const others = account === this.#earliest ? this.#nextTime : this.#time;
    const time = this.#m.posts.time[post] ?? outOfRange();
    const place = others < time ? AFTER : others === time ? AT_ONCE : FIRST;
    const known = this.#partners[post] ?? outOfRange();
    if (inside < known) return;
    this.#place[post] = inside > known ? place : Math.max(place, this.#place[post] ?? outOfRange());
    this.#partners[post] = inside;
  }

  finish(): ActingOrderCounts {
    const { accounts, posts } = this.#m;
    const after = new Uint32Array(accounts.count);
    const atOnce = new Uint32Array(accounts.count);
    const first = new Uint32Array(accounts.count);
    const expectedFirst = new Float64Array(accounts.count);
    for (let p = 0; p < posts.count; p++) {
      const place = this.#place[p];
      if (place === 0) continue;
      const a = posts.account[p] ?? outOfRange();
      increment(place === FIRST ? first : place === AT_ONCE ? atOnce : after, a);
      expectedFirst[a] = (expectedFirst[a] ?? outOfRange()) + 1 / ((this.#partners[p] ?? outOfRange()) + 1);
    }
    return { after, atOnce, first, expectedFirst };
  }

  #begin(posts: Uint32Array): void {
    const { account, time } = this.#m.posts;
    this.#latest = posts;
    this.#earliest = -1;
    this.#time = this.#nextTime = Number.POSITIVE_INFINITY;
    for (const p of posts) {
      const a = account[p] ?? outOfRange();
      if (this.#members[a] !== 1 || a === this.#earliest) continue;
      if (this.#earliest === -1) {
        this.#earliest = a;
        this.#time = time[p] ?? outOfRange();
      } else {
        this.#nextTime = time[p] ?? outOfRange();
        return;
      }
    }
  }
}

/**
 * Upper bound of the probability of being first on at least `k` occasions if the order is random, with expectation μ =
 * `mean`: Chernoff's bound for a sum of independent Bernoulli variables, (eμ / k)ᵏ · e^−μ for k > μ (Mitzenmacher &
 * Upfal, Probability and Computing, theorem 4.4); 1 for k ≤ μ.
 */
export function firstnessPValue(k: number, mean: number): number {
  return k <= mean ? 1 : Math.exp(k - mean - k * Math.log(k / mean));
}
