/** Numbers of a chunk: large enough that few lists end one early, small enough that little lies unused. */
const CHUNK = 2 ** 20;

/** Many short lists of numbers in few large arrays: a small array for each would take 200 bytes more. */
export class Lists {
  readonly chunks: Uint32Array[] = [];
  /** Where list l begins: chunk × `CHUNK` + place in it. */
  readonly #start: number[] = [];
  readonly #length: number[] = [];
  #free = CHUNK;

  get count(): number {
    return this.#start.length;
  }

  /** @param from and `to` bound the list in `values`; it may have no more than `LONGEST` numbers */
  push(values: Uint32Array, from: number, to: number): void {
    const length = Math.min(to - from, LONGEST);
    if (this.#free + length > CHUNK) {
      this.chunks.push(new Uint32Array(CHUNK));
      this.#free = 0;
    }
    this.chunks.at(-1)?.set(values.subarray(from, from + length), this.#free);
    this.#start.push((this.chunks.length - 1) * CHUNK + this.#free);
    this.#length.push(length);
    this.#free += length;
  }

  /** List l. */
  at(l: number): Uint32Array {
    const start = this.#start[l] ?? 0;
    const from = start % CHUNK;
    return (this.chunks[Math.floor(start / CHUNK)] ?? new Uint32Array()).subarray(from, from + (this.#length[l] ?? 0));
  }
}

export const LONGEST = CHUNK;
