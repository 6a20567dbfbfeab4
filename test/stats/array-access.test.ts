import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAt,
  elementAt,
  float64At,
  increment,
  int32At,
  int8At,
  uint16At,
  uint32At,
  uint8At,
} from '../../src/stats/array-access.js';

/** Each function, of an array of these three numbers. */
const READS: readonly [string, (i: number) => number][] = [
  ['uint32At', (i) => uint32At(Uint32Array.of(3, 1, 2), i)],
  ['float64At', (i) => float64At(Float64Array.of(3, 1, 2), i)],
  ['uint8At', (i) => uint8At(Uint8Array.of(3, 1, 2), i)],
  ['uint16At', (i) => uint16At(Uint16Array.of(3, 1, 2), i)],
  ['int8At', (i) => int8At(Int8Array.of(3, 1, 2), i)],
  ['int32At', (i) => int32At(Int32Array.of(3, 1, 2), i)],
  ['elementAt', (i) => elementAt([3, 1, 2], i)],
  ['increment', (i) => increment(Uint32Array.of(3, 1, 2), i)],
];

const outside = fc.oneof(
  fc.integer({ max: -1 }),
  fc.integer({ min: 3 }),
  fc.constantFrom(0.5, Number.NaN, Infinity, -Infinity),
);

describe.each(READS)('%s', (_, read) => {
  it('reads what is there', () => {
    expect([0, 1, 2].map(read)).toEqual([3, 1, 2]);
  });

  it('throws where there is nothing', () => {
    fc.assert(fc.property(outside, (i) => void expect(() => read(i)).toThrow(RangeError)));
  });
});

describe('a NaN', () => {
  it('is a number that is there', () => {
    expect(float64At(Float64Array.of(Number.NaN), 0)).toBeNaN();
  });
});

describe('increment and addAt', () => {
  it('change one element', () => {
    const counts = Uint32Array.of(3, 1, 2);
    increment(counts, 1);
    expect([...counts]).toEqual([3, 2, 2]);
    const sums = Float64Array.of(0.5, 1);
    addAt(sums, 0, 0.25);
    expect([...sums]).toEqual([0.75, 1]);
    expect(() => addAt(sums, 2, 1)).toThrow(RangeError);
    expect([...sums]).toEqual([0.75, 1]);
  });
});
