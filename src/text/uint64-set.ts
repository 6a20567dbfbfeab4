import { outOfRange } from '../stats/array-access.js';

/** Slots at first; a power of two, as all later numbers of them. */
const FIRST_SLOTS = 1024;

/** Which things were seen, by their 64-bit hashes (see `Hash64`): 11 to 21 bytes each, however long they are. */
export class Uint64Set {
  /** Two halves a slot; the second is 0 where the slot is free. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #size = 0;

  /** True where the hash is new. Its lower half is not 0. */
  add(high: number, low: number): boolean {
    if (this.#size * 8 >= this.#slots.length * 3) this.#grow();
    const slots = this.#slots;
    const slot = slotOf(slots, high, low);
    if (slots[slot + 1] !== 0) return false;
    slots[slot] = high;
    slots[slot + 1] = low;
    this.#size++;
    return true;
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#slots.length);
    for (let from = 0; from < this.#slots.length; from += 2) {
      const [high, low] = [this.#slots[from] ?? outOfRange(), this.#slots[from + 1] ?? outOfRange()];
      if (low === 0) continue;
      const slot = slotOf(larger, high, low);
      larger[slot] = high;
      larger[slot + 1] = low;
    }
    this.#slots = larger;
  }
}

/** Where a hash is, or would be. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const mask = slots.length - 1;
  let at = (2 * high) & mask;
  while (slots[at + 1] !== 0 && (slots[at + 1] !== low || slots[at] !== high)) at = (at + 2) & mask;
  return at;
}
