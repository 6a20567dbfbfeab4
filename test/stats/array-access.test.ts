import { expect, it } from 'vitest';
import { addAt, increment, outOfRange } from '../../src/stats/array-access.js';

it('a wrong index ends the program', () => {
  const counts = Uint32Array.of(4, 5);
  const sums = Float64Array.of(1, 2);
  expect(() => counts[2] ?? outOfRange()).toThrow(RangeError);
  for (const wrong of [2, -1, 0.5, Number.NaN]) {
    expect(() => increment(counts, wrong)).toThrow(RangeError);
    expect(() => addAt(sums, wrong, 1)).toThrow(RangeError);
  }
  expect([[...counts], [...sums]]).toEqual([
    [4, 5],
    [1, 2],
  ]);
});

it('counts go up by one and tell what they were, sums by what is added', () => {
  const counts = Uint32Array.of(4, 5);
  expect([increment(counts, 1), increment(counts, 1), counts[1]]).toEqual([5, 6, 7]);
  const sums = Float64Array.of(1, 2);
  addAt(sums, 0, 0.5);
  expect([...sums]).toEqual([1.5, 2]);
});
