import { outOfRange } from '../stats/array-access.js';
import type { BitSketches } from './bit-sketches.js';
import { writeSimilar } from './bit-sketches.js';

/**
 * Leaders per chunk. Chunks avoid copying when the data grows. Every row is within one chunk, because row lengths are
 * powers of two.
 */
const CHUNK_BITS = 15;
const CHUNK = 2 ** CHUNK_BITS;

/**
 * Rows of leaders, all of the same length, in few large arrays, with the leaders' sketches next to them: so most
 * leaders are excluded without further look-ups.
 */
export class PostingLists {
  readonly #length: number;
  readonly #sketchesOf: Pick<BitSketches, 'high' | 'low'>;
  readonly #leaders: Uint32Array[] = [];
  /** The two halves of each sketch. */
  readonly #sketches: Int32Array[] = [];
  /** Released rows, to be reused first. */
  readonly #free: number[] = [];
  #rows = 0;

  /**
   * @param length the capacity of a row in leaders: a power of two up to 32,768
   * @param sketches the sketches of all leaders
   */
  constructor(length: number, sketches: Pick<BitSketches, 'high' | 'low'>) {
    this.#length = length;
    this.#sketchesOf = sketches;
  }

  /** Reserves a row and returns its index. */
  begin(): number {
    const place = this.#free.pop() ?? this.#rows++;
    if (place * this.#length >= this.#leaders.length * CHUNK) {
      this.#leaders.push(new Uint32Array(CHUNK));
      this.#sketches.push(new Int32Array(2 * CHUNK));
    }
    return place;
  }

  /** Releases a row. */
  end(place: number): void {
    this.#free.push(place);
  }

  leaderAt(place: number, k: number): number {
    const first = place * this.#length;
    return this.#leaders[first >>> CHUNK_BITS]?.[(first & (CHUNK - 1)) + k] ?? outOfRange();
  }

  write(place: number, k: number, leader: number): void {
    const first = place * this.#length;
    const at = (first & (CHUNK - 1)) + k;
    const leaders = this.#leaders[first >>> CHUNK_BITS] ?? outOfRange();
    const sketches = this.#sketches[first >>> CHUNK_BITS] ?? outOfRange();
    leaders[at] = leader;
    sketches[2 * at] = this.#sketchesOf.high(leader);
    sketches[2 * at + 1] = this.#sketchesOf.low(leader);
  }

  /**
   * Writes into `found` those of a row's first `count` leaders that may be similar by their sketch; returns their
   * number.
   */
  similar(place: number, count: number, high: number, low: number, found: Uint32Array): number {
    const first = place * this.#length;
    const from = first & (CHUNK - 1);
    const sketches = this.#sketches[first >>> CHUNK_BITS] ?? outOfRange();
    const leaders = this.#leaders[first >>> CHUNK_BITS] ?? outOfRange();
    return writeSimilar(sketches, leaders, from, from + count, high, low, found);
  }
}
