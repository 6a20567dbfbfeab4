/** Leaders kept for one pair of words: with more, a pair is so common that it tells nothing, and the work would grow with its square. */
const MOST_LEADERS = 16;

/** Entries of a chunk, three numbers each: so that what grows is never copied. */
const CHUNK_BITS = 14;
const CHUNK = 2 ** CHUNK_BITS;
const FIRST_SLOTS = 1024;

/**
 * The first few leaders that have each pair of words among their rarer half, in the order in which they were added: a hash
 * table of chains, 12 bytes an entry and 4 to 8 for the table. (JavaScript's own maps of lists take some ten times as much.)
 */
export class LeaderIndex {
  /** For each entry its pair, its leader, and the next entry of its chain; 0 is none. */
  readonly #chunks: Uint32Array[] = [];
  #entries = 0;
  /** The first entry of the chain of the pairs that begin with these bits. */
  #heads = new Uint32Array(FIRST_SLOTS);
  #shift = 32 - Math.log2(FIRST_SLOTS);

  /** The first entry that may be a pair's; others' stand in the same chain. */
  first(pair: number): number {
    return this.#heads[pair >>> this.#shift] ?? 0;
  }

  next(entry: number): number {
    return this.#part(entry, 2);
  }

  pairOf(entry: number): number {
    return this.#part(entry, 0);
  }

  leaderOf(entry: number): number {
    return this.#part(entry, 1);
  }

  /** Nothing where the pair has leaders enough. */
  add(pair: number, leader: number): void {
    let leaders = 0;
    let last = 0;
    for (let entry = this.first(pair); entry !== 0; entry = this.next(entry)) {
      if (this.pairOf(entry) === pair && ++leaders === MOST_LEADERS) return;
      last = entry;
    }
    const entry = ++this.#entries;
    if (entry >>> CHUNK_BITS >= this.#chunks.length) this.#chunks.push(new Uint32Array(3 * CHUNK));
    this.#set(entry, 0, pair);
    this.#set(entry, 1, leader);
    if (last === 0) this.#heads[pair >>> this.#shift] = entry;
    else this.#set(last, 2, entry);
    if (entry >= this.#heads.length && this.#shift > 1) this.#widen();
  }

  /** Twice as many chains. */
  #widen(): void {
    this.#shift--;
    this.#heads = new Uint32Array(2 * this.#heads.length);
    // From the last, so that each chain keeps the order in which its entries came.
    for (let entry = this.#entries; entry > 0; entry--) {
      const slot = this.pairOf(entry) >>> this.#shift;
      this.#set(entry, 2, this.#heads[slot] ?? 0);
      this.#heads[slot] = entry;
    }
  }

  #part(entry: number, which: number): number {
    return this.#chunks[entry >>> CHUNK_BITS]?.[3 * (entry & (CHUNK - 1)) + which] ?? 0;
  }

  #set(entry: number, which: number, value: number): void {
    const chunk = this.#chunks[entry >>> CHUNK_BITS];
    if (chunk) chunk[3 * (entry & (CHUNK - 1)) + which] = value;
  }
}
