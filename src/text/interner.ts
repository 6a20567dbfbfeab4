import { outOfRange } from '../stats/array-access.js';
import { slotHash } from './keyed-hash.js';

/** Initial capacity in keys. */
const FIRST_ROOM = 512;
/** At most three of four slots are used: beyond that, searching for a free slot takes much longer. */
const SLOTS_PER_KEY = 4 / 3;

/**
 * Assigns numbers to keys of a fixed width, from 0 on, in order of first occurrence; also used as a set of keys. A
 * hash table with open addressing: the keys are stored consecutively in the order of their numbers, and slots contain
 * the numbers. A 64-bit key takes 13 to 27 bytes; JavaScript's Map takes three times as much, and has no such keys.
 */
export class Interner {
  readonly #words: number;
  readonly #areHashes: boolean;
  #keys: Uint32Array;
  /** The number of a key + 1; 0 if the slot is free. The number of slots is a power of two. */
  #slots: Uint32Array;
  #size = 0;

  /**
   * @param words width of a key in 32-bit words
   * @param keys `hashes` if the keys are keyed hashes; `values` if the author of a dump could choose them
   * @param expected the maximum number of different keys, if known
   */
  constructor(words: number, keys: 'hashes' | 'values', expected = FIRST_ROOM) {
    const room = Math.max(1, expected);
    this.#words = words;
    this.#areHashes = keys === 'hashes';
    this.#keys = new Uint32Array(words * room);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(SLOTS_PER_KEY * room + 1)));
  }

  /** The number of different keys. */
  get size(): number {
    return this.#size;
  }

  /** The number of the key at index `at` of `from`; a new key gets a new number. */
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

  /** The number of the key at index `at` of `from`; undefined if it has none. */
  find(from: Uint32Array, at: number): number | undefined {
    const words = this.#words;
    const mask = this.#slots.length - 1;
    for (let slot = this.#firstSlot(from, at) & mask; ; slot = (slot + 1) & mask) {
      const taken = this.#slots[slot] ?? outOfRange();
      if (taken === 0) return undefined;
      let same = 0;
      while (same < words && this.#keys[(taken - 1) * words + same] === from[at + same]) same++;
      if (same === words) return taken - 1;
    }
  }

  /** Whether the key at index `at` of `from` is new. */
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

  /** The first slot for a key: without the secret hash key, nobody can construct many keys with the same slot. */
  #firstSlot(from: Uint32Array, at: number): number {
    return this.#areHashes ? (from[at + 1] ?? outOfRange()) : slotHash(from, at, at + this.#words);
  }
}
