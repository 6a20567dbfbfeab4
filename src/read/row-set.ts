/**
 * Which rows were seen, by a 64-bit hash of their cells: 16 bytes a row at most, however long the rows. That two different
 * rows of ten million share a hash has a chance of one in 300,000.
 */
export class RowSet {
  #slots = new Uint32Array(2 * 4096);
  #size = 0;

  /** True where the row is new. */
  add(row: readonly string[]): boolean {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (const cell of row) {
      for (let index = 0; index < cell.length; index++) {
        const code = cell.charCodeAt(index);
        high = Math.imul(high ^ code, 2654435761);
        low = Math.imul(low ^ code, 1597334677);
      }
      // 0x10000 is no UTF-16 unit: so cells do not run into each other.
      high = Math.imul(high ^ 0x10000, 2654435761);
      low = Math.imul(low ^ 0x10000, 1597334677);
    }
    const mixed = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    const other = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return this.#insert(mixed >>> 0, (other >>> 0) || 1);
  }

  #insert(high: number, low: number): boolean {
    if (this.#size * 4 >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const taken = slots[2 * slot + 1];
      if (taken === 0) {
        slots[2 * slot] = high;
        slots[2 * slot + 1] = low;
        this.#size++;
        return true;
      }
      if (taken === low && slots[2 * slot] === high) return false;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#size = 0;
    for (let at = 0; at < old.length; at += 2) {
      const low = old[at + 1] ?? 0;
      if (low !== 0) this.#insert(old[at] ?? 0, low);
    }
  }
}
