import { outOfRange } from '../stats/array-access.js';

/**
 * Numbers 64-bit keys, given as two halves, from 0 on in the order in which they are first seen. 12 to 32 bytes a key:
 * JavaScript's own maps take three times as much, and keep no numbers of 64 bits.
 */
export class Interner64 {
  #keys = new Uint32Array(2 * 1024);
  /** One more than the number; 0 where the slot is free. */
  #numbers = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a key, a new one where it has none yet. */
  numberOf(high: number, low: number): number {
    if (this.#size * 4 >= this.#numbers.length * 3) this.#grow();
    const keys = this.#keys;
    const numbers = this.#numbers;
    const mask = numbers.length - 1;
    for (let slot = spread(high, low) & mask; ; slot = (slot + 1) & mask) {
      const number = numbers[slot] ?? outOfRange();
      if (number === 0) {
        keys[2 * slot] = high;
        keys[2 * slot + 1] = low;
        numbers[slot] = ++this.#size;
        return this.#size - 1;
      }
      if (keys[2 * slot + 1] === low && keys[2 * slot] === high) return number - 1;
    }
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#numbers = new Uint32Array(numbers.length * 2);
    const mask = this.#numbers.length - 1;
    for (let from = 0; from < numbers.length; from++) {
      const number = numbers[from] ?? outOfRange();
      if (number === 0) continue;
      const [high, low] = [keys[2 * from] ?? outOfRange(), keys[2 * from + 1] ?? outOfRange()];
      let slot = spread(high, low) & mask;
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[2 * slot] = high;
      this.#keys[2 * slot + 1] = low;
      this.#numbers[slot] = number;
    }
  }
}

/** Where a key is looked for first: its halves may be ids that grow by ones. */
function spread(high: number, low: number): number {
  const mixed = Math.imul(high ^ Math.imul(low, 0x9e37_79b1), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}
