import { outOfRange } from '../stats/array-access.js';
import { spreadWord } from './keyed-hash.js';

const FIRST_SLOTS = 1024;
/** Beyond it a pair is common, however common. */
const MOST_COUNTED = 255;
const HALF = 2 ** 32;

/** Sets that are sorted by insertion: for so few the sort of typed arrays takes longer to be called than to run. */
const FEW = 48;

/** Sets of numbers, each ascending, in few large arrays: set i is what `chunkOf(i)` holds from `fromOf(i)` to `toOf(i)`. */
export interface RaggedSets {
  readonly count: number;
  chunkOf(i: number): Uint32Array;
  fromOf(i: number): number;
  toOf(i: number): number;
}

/**
 * In how many sets each pair of words is, counted exactly: a sketch would count pairs for others that meet them by their
 * hashes, which a writer could aim at. A hash table of 5 bytes a slot, of which three in four are taken at most.
 */
export class PairFrequencies {
  #pairs = new Int32Array(FIRST_SLOTS);
  /** 0 where a slot is free. */
  #counts = new Uint8Array(FIRST_SLOTS);
  #size = 0;
  /** Members of one set: count × 2³² + member, so that the rarest come first. */
  #ranked = new Float64Array(1024);
  #rare = new Int32Array(1024);
  /** How many members the last call of `rareOf` has found. */
  found = 0;

  constructor(sets: RaggedSets) {
    for (let i = 0; i < sets.count; i++) {
      const chunk = sets.chunkOf(i);
      const to = sets.toOf(i);
      for (let k = sets.fromOf(i); k < to; k++) this.#count((chunk[k] ?? outOfRange()) | 0);
    }
  }

  /** Of the `length` rarest members of a set those that another set has too, rarest first: the first `found` of what is returned, until the next call. As signed numbers, which are handed on without allocations. */
  rareOf(chunk: Uint32Array, from: number, to: number, length: number): Int32Array {
    const size = to - from;
    if (size > this.#ranked.length) {
      this.#ranked = new Float64Array(2 * size);
      this.#rare = new Int32Array(2 * size);
    }
    const ranked = this.#ranked;
    const rare = this.#rare;
    for (let k = 0; k < size; k++) {
      const member = chunk[from + k] ?? outOfRange();
      ranked[k] = (this.#counts[this.#slotOf(member | 0)] ?? outOfRange()) * HALF + member;
    }
    sort(ranked, size);
    let found = 0;
    for (let k = 0; k < length && k < size; k++) {
      const key = ranked[k] ?? outOfRange();
      if (key >= 2 * HALF) rare[found++] = key % HALF;
    }
    this.found = found;
    return rare;
  }

  #count(pair: number): void {
    const slot = this.#slotOf(pair);
    const count = this.#counts[slot] ?? outOfRange();
    if (count === MOST_COUNTED) return;
    this.#counts[slot] = count + 1;
    if (count > 0) return;
    this.#pairs[slot] = pair;
    if (++this.#size * 4 > this.#pairs.length * 3) this.#grow();
  }

  /** The slot that holds a pair, or where it would be. */
  #slotOf(pair: number): number {
    const mask = this.#pairs.length - 1;
    let slot = spreadWord(pair) & mask;
    while (this.#pairs[slot] !== pair && this.#counts[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [pairs, counts] = [this.#pairs, this.#counts];
    this.#pairs = new Int32Array(2 * pairs.length);
    this.#counts = new Uint8Array(2 * pairs.length);
    for (let from = 0; from < pairs.length; from++) {
      const count = counts[from] ?? outOfRange();
      if (count === 0) continue;
      const pair = pairs[from] ?? outOfRange();
      const slot = this.#slotOf(pair);
      this.#pairs[slot] = pair;
      this.#counts[slot] = count;
    }
  }
}

function sort(values: Float64Array, length: number): void {
  if (length > FEW) {
    values.subarray(0, length).sort();
    return;
  }
  for (let k = 1; k < length; k++) {
    const value = values[k] ?? outOfRange();
    let at = k;
    for (; at > 0 && (values[at - 1] ?? outOfRange()) > value; at--) values[at] = values[at - 1] ?? outOfRange();
    values[at] = value;
  }
}
