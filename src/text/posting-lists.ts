import { outOfRange } from '../stats/array-access.js';
import { cannotBeSimilar, type BitSketches } from './bit-sketches.js';

const NONE = 0xffff_ffff;
/** Leaders of a chunk: so that what grows is never copied. Every row lies within one, as their lengths are powers of two. */
const CHUNK = 2 ** 15;
/** A leader and the two halves of its sketch, so that most are told apart from a text where they are found. */
const WIDTH = 3;

/** Rows of leaders, all as long, in few large arrays. */
export class PostingLists {
  readonly #length: number;
  readonly #sketches: Pick<BitSketches, 'high' | 'low'>;
  readonly #chunks: Uint32Array[] = [];
  /** Rows that were ended: the first to be used again. */
  readonly #free: number[] = [];
  #rows = 0;

  /**
   * @param length how many leaders a row has room for: a power of two up to 32,768
   * @param sketches of all leaders
   */
  constructor(length: number, sketches: Pick<BitSketches, 'high' | 'low'>) {
    this.#length = length;
    this.#sketches = sketches;
  }

  /** A new row, of fewer than its length; its place. */
  begin(leaders: readonly number[]): number {
    const place = this.#free.pop() ?? this.#rows++;
    if (place * this.#length >= this.#chunks.length * CHUNK) this.#chunks.push(new Uint32Array(WIDTH * CHUNK));
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    for (let k = 0; k < this.#length; k++) this.#write(chunk, from + WIDTH * k, leaders[k] ?? NONE);
    return place;
  }

  /** Gives a row back: what was in it. */
  end(place: number): number[] {
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    this.#free.push(place);
    return Array.from({ length: this.#length }, (_, k) => chunk[from + WIDTH * k] ?? outOfRange()).filter(
      (leader) => leader !== NONE,
    );
  }

  /** False where the row is full. */
  append(place: number, leader: number): boolean {
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    const end = from + WIDTH * this.#length;
    let at = from;
    while (at < end && chunk[at] !== NONE) at += WIDTH;
    if (at === end) return false;
    this.#write(chunk, at, leader);
    return true;
  }

  /** Writes into `found` those of a row's leaders whose sketch is not unlike this one; how many they are. */
  copy(place: number, high: number, low: number, found: Uint32Array): number {
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    const end = from + WIDTH * this.#length;
    let count = 0;
    for (let at = from; at < end; at += WIDTH) {
      const leader = chunk[at] ?? outOfRange();
      if (leader === NONE) break;
      if (!cannotBeSimilar(high, low, chunk[at + 1] ?? outOfRange(), chunk[at + 2] ?? outOfRange()))
        found[count++] = leader;
    }
    return count;
  }

  #write(chunk: Uint32Array, at: number, leader: number): void {
    chunk[at] = leader;
    if (leader === NONE) return;
    chunk[at + 1] = this.#sketches.high(leader);
    chunk[at + 2] = this.#sketches.low(leader);
  }

  #chunkOf(place: number): Uint32Array {
    return this.#chunks[Math.floor((place * this.#length) / CHUNK)] ?? EMPTY;
  }

  #fromOf(place: number): number {
    return WIDTH * ((place * this.#length) % CHUNK);
  }
}

const EMPTY = new Uint32Array();
