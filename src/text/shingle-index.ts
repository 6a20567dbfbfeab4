import { outOfRange } from '../stats/array-access.js';
import { type BitSketches, cannotBeSimilar } from './bit-sketches.js';
import { spreadWord } from './keyed-hash.js';
import { PostingLists } from './posting-lists.js';

/** Leaders kept for one pair of words: with more, a pair is so common that it tells nothing, and the work would grow with its square. */
export const MAX_POSTINGS = 16;

const FIRST_SLOTS = 1024;
/** In a slot the kind of place is told by so many bits: 1 for a leader itself, 1 + n for a row of 2ⁿ; 0 where the slot is free. */
const KIND_BITS = 3;
const KINDS = 2 ** KIND_BITS;
const SINGLE = 1;
const MOST_KIND = SINGLE + Math.log2(MAX_POSTINGS);

/**
 * The first few leaders that have each pair of words among their rarer half, in the order in which they were added: a hash
 * table, and rows of 2, 4, 8 and 16 leaders, so that those of a pair lie side by side with their sketches. 11 to 21 bytes
 * a pair, and 12 to 24 for each leader of a pair that has several. (JavaScript's own maps of lists take some ten times as much.)
 * Not an `Interner`: most pairs that are looked for are not there, which is seen faster where the key stands in the slot.
 */
export class ShingleIndex {
  #pairs = new Int32Array(FIRST_SLOTS);
  /** Where the leaders of a pair are: the place × `KINDS` + its kind. */
  #places = new Uint32Array(FIRST_SLOTS);
  #size = 0;
  readonly #sketches: Pick<BitSketches, 'high' | 'low'>;
  readonly #rows: readonly PostingLists[];

  /** @param sketches of all leaders, and of each text whose leaders are looked for */
  constructor(sketches: Pick<BitSketches, 'high' | 'low'>) {
    this.#sketches = sketches;
    this.#rows = Array.from({ length: MOST_KIND - SINGLE }, (_, n) => new PostingLists(2 ** (n + 1), sketches));
  }

  /**
   * Writes the leaders of a pair (signed, of 32 bits) into `found`, which has room for `MAX_POSTINGS`, save those whose
   * sketch is unlike the text's; how many they are.
   */
  find(pair: number, text: number, found: Uint32Array): number {
    const held = this.#places[this.#slotOf(pair)] ?? outOfRange();
    const kind = held % KINDS;
    if (kind === 0) return 0;
    const place = Math.floor(held / KINDS);
    const sketches = this.#sketches;
    if (kind > SINGLE)
      return this.#rows[kind - SINGLE - 1]?.copy(place, sketches.high(text), sketches.low(text), found) ?? 0;
    if (cannotBeSimilar(sketches.high(text), sketches.low(text), sketches.high(place), sketches.low(place))) return 0;
    found[0] = place;
    return 1;
  }

  /** Nothing where the pair has leaders enough. */
  add(pair: number, leader: number): void {
    const slot = this.#slotOf(pair);
    const held = this.#places[slot] ?? outOfRange();
    const kind = held % KINDS;
    const place = Math.floor(held / KINDS);
    if (kind === 0) {
      this.#pairs[slot] = pair;
      this.#places[slot] = leader * KINDS + SINGLE;
      if (++this.#size * 4 > this.#pairs.length * 3) this.#grow();
      return;
    }
    const row = this.#rows[kind - SINGLE - 1];
    if (row?.append(place, leader) === true) return;
    const longer = this.#rows[kind - SINGLE];
    if (longer) this.#places[slot] = longer.begin([...(row ? row.end(place) : [place]), leader]) * KINDS + kind + 1;
  }

  /** The slot that holds a pair, or where it would be. */
  #slotOf(pair: number): number {
    const mask = this.#pairs.length - 1;
    let slot = spreadWord(pair) & mask;
    while (this.#pairs[slot] !== pair && this.#places[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [pairs, places] = [this.#pairs, this.#places];
    this.#pairs = new Int32Array(2 * pairs.length);
    this.#places = new Uint32Array(2 * pairs.length);
    for (let from = 0; from < pairs.length; from++) {
      if (places[from] === 0) continue;
      const slot = this.#slotOf(pairs[from] ?? outOfRange());
      this.#pairs[slot] = pairs[from] ?? outOfRange();
      this.#places[slot] = places[from] ?? outOfRange();
    }
  }
}
