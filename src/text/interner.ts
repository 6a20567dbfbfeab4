import { outOfRange } from '../stats/array-access.js';
import { slotHash } from './keyed-hash.js';

/** Keys that there is room for at first. */
const FIRST_ROOM = 512;
/** Of four slots at most three are taken: with more, looking for a free one takes ever longer. */
const SLOTS_PER_KEY = 4 / 3;

/**
 * Numbers keys of a fixed width from 0 on, in the order in which they are first seen; also a set of such keys. A hash
 * table with open addressing: the keys lie one behind another in the order of their numbers, and slots hold the
 * numbers. A key of 64 bits takes 13 to 27 bytes: JavaScript's own maps take three times as much, and know no such
 * keys.
 */
export class Interner {
  readonly #words: number;
  readonly #areHashes: boolean;
  #keys: Uint32Array;
  /** One more than the number of a key; 0 where the slot is free. Their count is a power of two. */
  #slots: Uint32Array;
  #size = 0;

  /**
   * @param words width of a key, in words of 32 bits
   * @param keys `hashes` where keys are keyed hashes themselves; `values` where whoever wrote the dump can choose them
   * @param expected how many different keys there will be at most, where that is known
   */
  constructor(words: number, keys: 'hashes' | 'values', expected = FIRST_ROOM) {
    const room = Math.max(1, expected);
    this.#words = words;
    this.#areHashes = keys === 'hashes';
    this.#keys = new Uint32Array(words * room);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(SLOTS_PER_KEY * room + 1)));
  }

  /** How many different keys there were. */
  get size(): number {
    return this.#size;
  }

  /** The number of the key that stands in `from` at `at`, a new one where it has none yet. */
  numberOf(from: Uint32Array, at: number): number {
    if (this.#size * this.#words === this.#keys.length) this.#grow();
    const words = this.#words;
    const keys = this.#keys;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = this.#firstSlot(from, at) & mask; ; slot = (slot + 1) & mask) {
      const taken = slots[slot] ?? outOfRange();
      if (taken === 0) {
        for (let word = 0; word < words; word++) keys[this.#size * words + word] = from[at + word] ?? outOfRange();
        slots[slot] = ++this.#size;
        return this.#size - 1;
      }
      const known = (taken - 1) * words;
      let same = 0;
      while (same < words && keys[known + same] === from[at + same]) same++;
      if (same === words) return taken - 1;
    }
  }

  /** Whether the key that stands in `from` at `at` is seen for the first time. */
  add(from: Uint32Array, at: number): boolean {
    const before = this.#size;
    return this.numberOf(from, at) === before;
  }

  #grow(): void {
    const words = this.#words;
    const keys = new Uint32Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#firstSlot(keys, number * words) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  /** Where a key is looked for first: nobody who does not know the hash's key can make many keys begin at one place. */
  #firstSlot(from: Uint32Array, at: number): number {
    return this.#areHashes ? (from[at + 1] ?? outOfRange()) : slotHash(from, at, at + this.#words);
  }
}
