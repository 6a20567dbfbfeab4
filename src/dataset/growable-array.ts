import { outOfRange } from '../stats/array-access.js';

export type NumericArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Address space in bytes reserved for a new column, and the growth factor when it is full. */
const FIRST_ADDRESSES = 1 << 20;
const MORE_ADDRESSES = 8;
/** The minimum growth of a column in bytes: frequent small resizes would be slow. */
const STEP = 1 << 16;

/**
 * Values that are added in small parts. They are in a resizable buffer that grows in place: nothing is copied, and
 * nothing waits for the garbage collector, which keeps large arrays for a long time. `take` copies the values,
 * because arrays in a resizable buffer are slow to read, and returns the buffer to the system at once.
 */
export class GrowableArray<C extends NumericArray> {
  readonly #make: (lengthOrBuffer: number | ArrayBuffer) => C;
  #values: C;
  #buffer: ArrayBuffer | undefined;
  #length = 0;

  /** @param make creates an array of a length, or a view of a buffer that follows the buffer's length */
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

  /** Returns the values and empties the column. */
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

// Two calls, because each overload of the constructors takes only one of the argument types.
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
