import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAt, increment, outOfRange } from '../../src/stats/array-access.js';

const LENGTH = 3;
const outside = fc.oneof(
  fc.integer({ max: -1 }),
  fc.integer({ min: LENGTH }),
  fc.constantFrom(0.5, Number.NaN, Infinity, -Infinity),
);

describe('outOfRange', () => {
  it('ends a read outside an array, and lets pass what is there: 0, NaN, an empty string', () => {
    const reads: readonly ((i: number) => unknown)[] = [
      (i) => Uint32Array.of(0, 0, 0)[i] ?? outOfRange(),
      (i) => new Float64Array(LENGTH).fill(Number.NaN)[i] ?? outOfRange(),
      (i) => ['', '', ''][i] ?? outOfRange(),
    ];
    expect(reads.map((read) => read(2))).toEqual([0, Number.NaN, '']);
    for (const read of reads) fc.assert(fc.property(outside, (i) => void expect(() => read(i)).toThrow(RangeError)));
  });
});

describe('increment', () => {
  it('adds one to one element, and tells what it was before', () => {
    const counts = Uint32Array.of(3, 1, 2);
    expect(increment(counts, 1)).toBe(1);
    expect([...counts]).toEqual([3, 2, 2]);
  });

  it('throws where there is no such element', () => {
    fc.assert(
      fc.property(outside, (i) => void expect(() => increment(new Uint32Array(LENGTH), i)).toThrow(RangeError)),
    );
  });
});

describe('addAt', () => {
  it('adds to one element', () => {
    const sums = Float64Array.of(0.5, 1, 2);
    addAt(sums, 0, 0.25);
    expect([...sums]).toEqual([0.75, 1, 2]);
  });

  it('throws where there is no such element', () => {
    fc.assert(
      fc.property(outside, (i) => void expect(() => addAt(new Float64Array(LENGTH), i, 1)).toThrow(RangeError)),
    );
  });
});
