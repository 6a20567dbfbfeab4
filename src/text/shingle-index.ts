import { outOfRange } from '../stats/array-access.js';
import { type BitSketches, cannotBeSimilar } from './bit-sketches.js';
import { PostingLists } from './posting-lists.js';

/**
 * Maximum number of leaders per word pair: a more frequent pair does not distinguish texts, and the work would grow
 * quadratically.
 */
export const MAX_POSTINGS = 16;

/** Number of bits for the number of leaders of a pair, up to `MAX_POSTINGS`. */
const COUNT_BITS = 5;
const COUNT = 2 ** COUNT_BITS - 1;

/**
 * For each word pair, the first few leaders that have it in their rarer half, in the order of adding. They are in
 * rows of 2, 4, 8 and 16 leaders, next to their sketches. This takes 4 bytes per pair, and 12 to 24 for each leader
 * of a pair with several. (JavaScript's Map with lists takes about ten times as much.)
 */
export class ShingleIndex {
  /**
   * The leaders of each pair: the leader itself if there is one, else the index of their row; with their number in
   * the low bits.
   */
  readonly #places: Uint32Array;
  readonly #sketches: Pick<BitSketches, 'high' | 'low'>;
  readonly #rows: readonly PostingLists[];

  /**
   * @param pairs the number of pairs, which are numbered from 0 on
   * @param sketches the sketches of all leaders, and of all texts whose leaders are searched
   */
  constructor(pairs: number, sketches: Pick<BitSketches, 'high' | 'low'>) {
    this.#places = new Uint32Array(pairs);
    this.#sketches = sketches;
    this.#rows = Array.from({ length: Math.log2(MAX_POSTINGS) }, (_, n) => new PostingLists(2 ** (n + 1), sketches));
  }

  /**
   * Writes the leaders of a pair into `found` (capacity `MAX_POSTINGS`), except those that cannot be similar to the
   * text by their sketch; returns their number.
   */
  find(pair: number, text: number, found: Uint32Array): number {
    const held = this.#places[pair] ?? outOfRange();
    const count = held & COUNT;
    if (count === 0) return 0;
    const place = held >>> COUNT_BITS;
    const high = this.#sketches.high(text);
    const low = this.#sketches.low(text);
    if (count > 1) return this.#rowsFor(count).similar(place, count, high, low, found);
    if (cannotBeSimilar(high, low, this.#sketches.high(place), this.#sketches.low(place))) return 0;
    found[0] = place;
    return 1;
  }

  /** Adds a leader, unless the pair already has the maximum number. */
  add(pair: number, leader: number): void {
    const held = this.#places[pair] ?? outOfRange();
    const count = held & COUNT;
    if (count === MAX_POSTINGS) return;
    if (count === 0) {
      this.#places[pair] = (leader << COUNT_BITS) | 1;
      return;
    }
    let place = held >>> COUNT_BITS;
    // A row is full if the number of its leaders is a power of two.
    if ((count & (count - 1)) === 0) place = this.#move(place, count);
    this.#rowsFor(count + 1).write(place, count, leader);
    this.#places[pair] = (place << COUNT_BITS) | (count + 1);
  }

  /** Moves `count` leaders to a row of twice the length. */
  #move(from: number, count: number): number {
    const longer = this.#rowsFor(count + 1);
    const place = longer.begin();
    if (count === 1) longer.write(place, 0, from);
    else {
      const row = this.#rowsFor(count);
      for (let k = 0; k < count; k++) longer.write(place, k, row.leaderAt(from, k));
      row.end(from);
    }
    return place;
  }

  /** The lists of the shortest rows that can hold `count` leaders. */
  #rowsFor(count: number): PostingLists {
    return this.#rows[31 - Math.clz32(count - 1)] ?? outOfRange();
  }
}
