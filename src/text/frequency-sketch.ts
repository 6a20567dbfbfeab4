import { outOfRange } from '../stats/array-access.js';

/** Slots in which members are counted, per member: with four, seven in eight have theirs to themselves. At most 64 MiB. */
const SLOTS_PER_MEMBER = 4;
const MOST_SLOTS = 2 ** 26;
const LEAST_SLOTS = 1024;
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

/** In how many sets each member is, as nearly as `SLOTS_PER_MEMBER` tells: one counts as more common than it is at the most. */
export class FrequencySketch {
  readonly #counts: Uint8Array;
  readonly #shift: number;
  /** Members of one set: count × 2³² + member, so that the rarest come first. */
  #ranked = new Float64Array(1024);
  #rare = new Int32Array(1024);
  /** How many members the last call of `rareOf` has found. */
  found = 0;

  constructor(sets: RaggedSets) {
    let members = 0;
    for (let i = 0; i < sets.count; i++) members += sets.toOf(i) - sets.fromOf(i);
    const bits = Math.ceil(Math.log2(Math.min(MOST_SLOTS, Math.max(LEAST_SLOTS, SLOTS_PER_MEMBER * members))));
    const counts = new Uint8Array(2 ** bits);
    const shift = 32 - bits;
    for (let i = 0; i < sets.count; i++) {
      const chunk = sets.chunkOf(i);
      const to = sets.toOf(i);
      for (let k = sets.fromOf(i); k < to; k++) {
        const slot = (chunk[k] ?? outOfRange()) >>> shift;
        const count = counts[slot] ?? outOfRange();
        if (count < MOST_COUNTED) counts[slot] = count + 1;
      }
    }
    this.#counts = counts;
    this.#shift = shift;
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
      ranked[k] = (this.#counts[member >>> this.#shift] ?? outOfRange()) * HALF + member;
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
