import { outOfRange } from '../stats/array-access.js';
import { sortRange } from '../stats/sort-range.js';
import { spreadWord } from './keyed-hash.js';

const FIRST_SLOTS = 1024;
/** Counts stop here: all pairs beyond are equally common. */
const MOST_COUNTED = 255;
const HALF = 2 ** 32;

/** Sets of ascending numbers in few large arrays: set i is in `chunkOf(i)`, from `fromOf(i)` to `toOf(i)`. */
export interface RaggedSets {
  readonly count: number;
  chunkOf(i: number): Uint32Array;
  fromOf(i: number): number;
  toOf(i: number): number;
}

/** The number of different members of all sets, and the number of those in one set only, which have the first ranks. */
export interface RankedMembers {
  readonly count: number;
  readonly single: number;
}

/**
 * Replaces each member of the sets (hashed word pairs, 32 bits) by its rank among all, from 0 on: the rarest first,
 * then the smaller number. Afterwards each set is ascending again, with its rarest members first. Members are counted
 * exactly: a sketch would confuse pairs with colliding hashes, which an attacker could use.
 */
export function rankMembers(sets: RaggedSets): RankedMembers {
  const numbers = new MemberNumbers();
  for (let i = 0; i < sets.count; i++) {
    const chunk = sets.chunkOf(i);
    const to = sets.toOf(i);
    for (let k = sets.fromOf(i); k < to; k++) chunk[k] = numbers.count((chunk[k] ?? outOfRange()) | 0);
  }
  const { ranks, single } = numbers.rank();
  for (let i = 0; i < sets.count; i++) {
    const chunk = sets.chunkOf(i);
    const [from, to] = [sets.fromOf(i), sets.toOf(i)];
    for (let k = from; k < to; k++) chunk[k] = ranks[chunk[k] ?? outOfRange()] ?? outOfRange();
    sortRange(chunk, from, to);
  }
  return { count: ranks.length, single };
}

/**
 * Numbers members from 0 on in order of first occurrence, and counts the sets of each. A hash table with 8 bytes per
 * slot, of which at most three in four are used.
 */
class MemberNumbers {
  #members = new Int32Array(FIRST_SLOTS);
  /** The number of the member + 1; 0 if the slot is free. */
  #numbers = new Uint32Array(FIRST_SLOTS);
  /** Indexed by member number. */
  #counts = new Uint8Array(FIRST_SLOTS);
  #size = 0;

  /**
   * Counts a member once more and returns its number. The member is signed, because V8 passes that without an
   * allocation.
   */
  count(member: number): number {
    const slot = this.#slotOf(member);
    const known = this.#numbers[slot] ?? outOfRange();
    if (known > 0) {
      const count = this.#counts[known - 1] ?? outOfRange();
      if (count < MOST_COUNTED) this.#counts[known - 1] = count + 1;
      return known - 1;
    }
    const number = this.#size++;
    this.#members[slot] = member;
    this.#numbers[slot] = number + 1;
    this.#counts[number] = 1;
    if (this.#size * 4 > this.#members.length * 3) this.#grow();
    return number;
  }

  /** The rank of each number, and how many members were counted once. */
  rank(): { readonly ranks: Uint32Array; readonly single: number } {
    // Count × 2³² + member, from which both can be recovered.
    const sorted = new Float64Array(this.#size);
    let single = 0;
    for (let slot = 0; slot < this.#members.length; slot++) {
      const number = (this.#numbers[slot] ?? outOfRange()) - 1;
      if (number < 0) continue;
      const count = this.#counts[number] ?? outOfRange();
      if (count === 1) single++;
      sorted[number] = count * HALF + ((this.#members[slot] ?? outOfRange()) >>> 0);
    }
    sorted.sort();
    const ranks = new Uint32Array(this.#size);
    for (let rank = 0; rank < sorted.length; rank++) {
      const slot = this.#slotOf(((sorted[rank] ?? outOfRange()) % HALF) | 0);
      ranks[(this.#numbers[slot] ?? outOfRange()) - 1] = rank;
    }
    return { ranks, single };
  }

  /** The slot of a member, or the free slot for it. */
  #slotOf(member: number): number {
    const mask = this.#members.length - 1;
    let slot = spreadWord(member) & mask;
    while (this.#members[slot] !== member && this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [members, numbers] = [this.#members, this.#numbers];
    this.#members = new Int32Array(2 * members.length);
    this.#numbers = new Uint32Array(2 * members.length);
    const counts = new Uint8Array(2 * members.length);
    counts.set(this.#counts);
    this.#counts = counts;
    for (let from = 0; from < members.length; from++) {
      const number = numbers[from] ?? outOfRange();
      if (number === 0) continue;
      const slot = this.#slotOf(members[from] ?? outOfRange());
      this.#members[slot] = members[from] ?? outOfRange();
      this.#numbers[slot] = number;
    }
  }
}
