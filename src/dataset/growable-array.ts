import { outOfRange } from '../stats/array-access.js';

export type NumericArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Bytes of addresses that a column asks for at first, and how many times more when they are used up. */
const FIRST_ADDRESSES = 1 << 20;
const MORE_ADDRESSES = 8;
/** Bytes by which a column grows at least: to ask for every few would take its time. */
const STEP = 1 << 16;

/**
 * Values that come a few at a time. They stand in a buffer that grows where it is: nothing is copied and nothing is
 * left for the garbage collector, which leaves large arrays lying for long. What is taken is copied, since arrays in a
 * buffer that can grow are slow to read; the buffer is given back to the system at once.
 */
export class GrowableArray<C extends NumericArray> {
  readonly #make: (lengthOrBuffer: number | ArrayBuffer) => C;
  #values: C;
  #buffer: ArrayBuffer | undefined;
  #length = 0;

  /** @param make makes an array of this length, or a view of a buffer whose length follows the buffer's */
  constructor(make: (lengthOrBuffer: number | ArrayBuffer) => C) {
    this.#make = make;
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

  /** Appends the same value several times. */
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
    const taken = this.#make(this.#length);
    if (this.#length > 0) taken.set(this.#values.subarray(0, this.#length));
    this.#buffer?.resize(0);
    this.#buffer = undefined;
    this.#values = this.#make(0);
    this.#length = 0;
    return taken;
  }

  #extend(by: number): void {
    this.#length += by;
    if (this.#length <= this.#values.length) return;
    const bytes = Math.ceil((this.#length * this.#values.BYTES_PER_ELEMENT) / STEP) * STEP;
    const before = this.#buffer;
    if (before && bytes <= before.maxByteLength) {
      before.resize(bytes);
      return;
    }
    const most = Math.max(FIRST_ADDRESSES, bytes, MORE_ADDRESSES * (before?.maxByteLength ?? 0));
    const buffer = new ArrayBuffer(bytes, { maxByteLength: most });
    const values = this.#make(buffer);
    values.set(this.#values);
    before?.resize(0);
    this.#buffer = buffer;
    this.#values = values;
  }
}

// A call for each kind of argument: the constructors take one or the other.
/** A growable array of numbers from 0 to 255. */
export const uint8Column = (): GrowableArray<Uint8Array> =>
  new GrowableArray<Uint8Array>((from) => (typeof from === 'number' ? new Uint8Array(from) : new Uint8Array(from)));
/** A growable array of numbers from 0 to 65,535. */
export const uint16Column = (): GrowableArray<Uint16Array> =>
  new GrowableArray<Uint16Array>((from) => (typeof from === 'number' ? new Uint16Array(from) : new Uint16Array(from)));
/** A growable array of numbers from 0 to 2³² − 1. */
export const uint32Column = (): GrowableArray<Uint32Array> =>
  new GrowableArray<Uint32Array>((from) => (typeof from === 'number' ? new Uint32Array(from) : new Uint32Array(from)));
/** A growable array of double-precision numbers. */
export const float64Column = (): GrowableArray<Float64Array> =>
  new GrowableArray<Float64Array>((from) =>
    typeof from === 'number' ? new Float64Array(from) : new Float64Array(from),
  );
