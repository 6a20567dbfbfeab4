import { outOfRange } from '../stats/array-access.js';

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const FIRST_ROOM = 1024;

/**
 * Values that come a few at a time, in one array with room for more: what is not yet written of it takes no memory, as
 * systems give that page by page.
 */
export class GrowableArray<C extends Numbers> {
  readonly #make: (length: number) => C;
  readonly #first: (values: C, count: number) => C;
  #values: C;
  #length = 0;

  constructor(make: (length: number) => C, first: (values: C, count: number) => C) {
    this.#make = make;
    this.#first = first;
    this.#values = make(0);
  }

  get length(): number {
    return this.#length;
  }

  push(part: C): void {
    const before = this.#length;
    this.#extend(part.length);
    this.#values.set(part, before);
  }

  /** So many times the same value. */
  fill(value: number, count: number): void {
    const before = this.#length;
    this.#extend(count);
    this.#values.fill(value, before, before + count);
  }

  at(place: number): number {
    return this.#values[place] ?? outOfRange();
  }

  /** The values, which are given away: the column is empty then. */
  take(): C {
    const taken = this.#first(this.#values, this.#length);
    this.#values = this.#make(0);
    this.#length = 0;
    return taken;
  }

  #extend(by: number): void {
    this.#length += by;
    if (this.#length <= this.#values.length) return;
    const larger = this.#make(Math.max(FIRST_ROOM, this.#length, 2 * this.#values.length));
    larger.set(this.#values);
    this.#values = larger;
  }
}

export const uint8Column = (): GrowableArray<Uint8Array> =>
  new GrowableArray<Uint8Array>(
    (length) => new Uint8Array(length),
    (values, count) => values.subarray(0, count),
  );
export const uint16Column = (): GrowableArray<Uint16Array> =>
  new GrowableArray<Uint16Array>(
    (length) => new Uint16Array(length),
    (values, count) => values.subarray(0, count),
  );
export const uint32Column = (): GrowableArray<Uint32Array> =>
  new GrowableArray<Uint32Array>(
    (length) => new Uint32Array(length),
    (values, count) => values.subarray(0, count),
  );
export const float64Column = (): GrowableArray<Float64Array> =>
  new GrowableArray<Float64Array>(
    (length) => new Float64Array(length),
    (values, count) => values.subarray(0, count),
  );
