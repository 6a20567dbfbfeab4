import { outOfRange } from '../stats/array-access.js';

/**
 * Numbers per chunk: large enough that few lists leave the end of a chunk unused, small enough to waste little
 * memory.
 */
const CHUNK_BITS = 20;
const CHUNK = 2 ** CHUNK_BITS;

/** Many short lists of numbers in few large arrays: a separate array for each would take 200 more bytes. */
export class RaggedArray {
  readonly #chunks: Uint32Array[] = [];
  /** The start of list l: chunk × `CHUNK` + index in the chunk. */
  #starts = new Uint32Array(1024);
  #lengths = new Uint16Array(1024);
  #count = 0;
  #free = CHUNK;

  get count(): number {
    return this.#count;
  }

  /** @param from and `to` are the bounds of the list in `values`; only the first `MAX_LIST_LENGTH` numbers are kept */
  push(values: Uint32Array, from: number, to: number): void {
    const length = Math.min(to - from, MAX_LIST_LENGTH);
    if (this.#free + length > CHUNK) {
      this.#chunks.push(new Uint32Array(CHUNK));
      this.#free = 0;
    }
    if (this.#count === this.#starts.length) this.#grow();
    const chunk = this.#chunks.at(-1) ?? new Uint32Array();
    for (let k = 0; k < length; k++) chunk[this.#free + k] = values[from + k] ?? outOfRange();
    this.#starts[this.#count] = (this.#chunks.length - 1) * CHUNK + this.#free;
    this.#lengths[this.#count] = length;
    this.#count++;
    this.#free += length;
  }

  /** The chunk that contains list l, from `fromOf(l)` to `toOf(l)`. */
  chunkOf(l: number): Uint32Array {
    return this.#chunks[(this.#starts[l] ?? outOfRange()) >>> CHUNK_BITS] ?? EMPTY;
  }

  fromOf(l: number): number {
    return (this.#starts[l] ?? outOfRange()) & (CHUNK - 1);
  }

  toOf(l: number): number {
    return this.fromOf(l) + (this.#lengths[l] ?? outOfRange());
  }

  clear(): void {
    this.#chunks.length = 0;
    this.#starts = new Uint32Array(1024);
    this.#lengths = new Uint16Array(1024);
    this.#count = 0;
    this.#free = CHUNK;
  }

  #grow(): void {
    const starts = new Uint32Array(2 * this.#count);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint16Array(2 * this.#count);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

const EMPTY = new Uint32Array();

/** The maximum of a 16-bit length. */
const MAX_LIST_LENGTH = 2 ** 16 - 1;
