const NONE = 0xffff_ffff;
/** Numbers of a chunk: so that what grows is never copied. Every row lies within one, as their lengths are powers of two. */
const CHUNK = 2 ** 16;

/** Rows of leaders, all as long, in few large arrays. */
export class LeaderRows {
  readonly #length: number;
  readonly #chunks: Uint32Array[] = [];
  /** Rows that were ended: the first to be used again. */
  readonly #free: number[] = [];
  #rows = 0;

  /** @param length a power of two up to 65,536 */
  constructor(length: number) {
    this.#length = length;
  }

  /** A new row, of fewer than its length; its place. */
  begin(leaders: readonly number[]): number {
    const place = this.#free.pop() ?? this.#rows++;
    if (place * this.#length >= this.#chunks.length * CHUNK) this.#chunks.push(new Uint32Array(CHUNK));
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    for (let k = 0; k < this.#length; k++) chunk[from + k] = leaders[k] ?? NONE;
    return place;
  }

  /** Gives a row back: what was in it. */
  end(place: number): number[] {
    const from = this.#fromOf(place);
    this.#free.push(place);
    return [...this.#chunkOf(place).subarray(from, from + this.#length)].filter((leader) => leader !== NONE);
  }

  /** False where the row is full. */
  append(place: number, leader: number): boolean {
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    let k = 0;
    while (k < this.#length && chunk[from + k] !== NONE) k++;
    if (k === this.#length) return false;
    chunk[from + k] = leader;
    return true;
  }

  /** Writes a row's leaders into `found`; how many there are. */
  copy(place: number, found: Uint32Array): number {
    const chunk = this.#chunkOf(place);
    const from = this.#fromOf(place);
    let k = 0;
    for (; k < this.#length && chunk[from + k] !== NONE; k++) found[k] = chunk[from + k] ?? NONE;
    return k;
  }

  #chunkOf(place: number): Uint32Array {
    return this.#chunks[Math.floor((place * this.#length) / CHUNK)] ?? EMPTY;
  }

  #fromOf(place: number): number {
    return (place * this.#length) % CHUNK;
  }
}

const EMPTY = new Uint32Array();
