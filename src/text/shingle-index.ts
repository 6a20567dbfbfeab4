import { outOfRange } from '../stats/array-access.js';
import { type BitSketches, cannotBeSimilar } from './bit-sketches.js';
import { PostingLists } from './posting-lists.js';

/**
 * Maximum number of leaders per pair of words: a more frequent pair does not distinguish texts, and the work would grow
 * quadratically.
 */
export const MAX_POSTINGS = 16;

/** So many bits tell how many leaders a pair has, up to `MAX_POSTINGS`. */
const COUNT_BITS = 5;
const COUNT = 2 ** COUNT_BITS - 1;

/**
 * The first few leaders that have each pair of words among their rarer half, in the order in which they were added:
 * rows of 2, 4, 8 and 16 leaders, so that those of a pair lie side by side with their sketches. 4 bytes a pair, and 12
 * to 24 for each leader of a pair that has several. (JavaScript's own maps of lists take some ten times as much.)
 */
export class ShingleIndex {
  /**
   * Where the leaders of each pair are: the leader itself, where it is one, or the place of their row; and how many
   * they are.
   */
  readonly #places: Uint32Array;
  readonly #sketches: Pick<BitSketches, 'high' | 'low'>;
  readonly #rows: readonly PostingLists[];

  /**
   * @param pairs how many there are, numbered from 0 on
   * @param sketches of all leaders, and of each text whose leaders are looked for
   */
  constructor(pairs: number, sketches: Pick<BitSketches, 'high' | 'low'>) {
    this.#places = new Uint32Array(pairs);
    this.#sketches = sketches;
    this.#rows = Array.from({ length: Math.log2(MAX_POSTINGS) }, (_, n) => new PostingLists(2 ** (n + 1), sketches));
  }

  /**
   * Writes the leaders of a pair into `found`, which has room for `MAX_POSTINGS`, save those whose
   * sketch is unlike the text's; how many they are.
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

  /** Nothing where the pair has leaders enough. */
  add(pair: number, leader: number): void {
    const held = this.#places[pair] ?? outOfRange();
    const count = held & COUNT;
    if (count === MAX_POSTINGS) return;
    if (count === 0) {
      this.#places[pair] = (leader << COUNT_BITS) | 1;
      return;
    }
    let place = held >>> COUNT_BITS;
    // A row that is full has as many as are a power of two.
    if ((count & (count - 1)) === 0) place = this.#move(place, count);
    this.#rowsFor(count + 1).write(place, count, leader);
    this.#places[pair] = (place << COUNT_BITS) | (count + 1);
  }

  /** Takes so many leaders to a row that is twice as long. */
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

  /** The rows in which so many leaders are: the shortest that hold them. */
  #rowsFor(count: number): PostingLists {
    return this.#rows[31 - Math.clz32(count - 1)] ?? outOfRange();
  }
}
