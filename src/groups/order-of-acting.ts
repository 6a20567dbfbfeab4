import type { Dataset } from '../dataset/dataset.js';
import { increment, outOfRange } from '../stats/array-access.js';

/**
 * Who acted first. What an account did before every member who did the same says nothing about the account: it may have been
 * copied by strangers. One element for each account.
 */
export interface ActingOrderCounts {
  /** Occasions on which another member had done the same before. */
  readonly after: Uint32Array;
  /** Occasions on which no member had, but another did so at the same time, as fine as the dump tells it. */
  readonly atOnce: Uint32Array;
  /** Occasions on which the account was the first. */
  readonly first: Uint32Array;
  /** On how many occasions it would be the first on average, were the order by chance: the sum of 1 / (other members + 1). */
  readonly expectedFirst: Float64Array;
}

const [FIRST, AT_ONCE, AFTER] = [1, 2, 3];

/** Finds out for each occasion who was first; each post counts once, by the item that most members bear. */
export class ActingOrder {
  readonly #m: Dataset;
  readonly #members: Uint8Array;
  /** Of each post: how many other members bear the item that it is counted by, and its place among them; 0 for no occasion. */
  readonly #partners: Uint32Array;
  readonly #place: Uint8Array;
  /** The posts that bear the item that was met last, the member who has the first of them, its time, and that of the next member. */
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
   * @param post the account's first with the item
   * @param inside how many other members bear it
   * @param posts all that bear it, in the order of time
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
 * A bound on the chance to be the first on so many occasions or more, were the order by chance: Chernoff's for a sum of
 * independent yes-or-no draws with mean μ, (eμ / k)ᵏ · e^−μ for k > μ (Mitzenmacher & Upfal, Probability and Computing,
 * theorem 4.4).
 */
export function firstnessPValue(k: number, mean: number): number {
  return k <= mean ? 1 : Math.exp(k - mean - k * Math.log(k / mean));
}
