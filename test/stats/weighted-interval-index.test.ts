import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeaveOneOutKernelMixture } from '../../src/stats/kernel-mixture.js';
import { WeightedIntervalIndex } from '../../src/stats/weighted-interval-index.js';

const place = fc.integer({ min: -50, max: 50 });
const interval = fc.tuple(place, fc.constantFrom(0, 0, 1, 2.5, 20), fc.constantFrom(0, 0.25, 1, 3));

/** By the definition: the share of each interval that lies in the window. */
function naive(all: readonly (readonly [number, number, number])[], low: number, high: number): number {
  return all.reduce((sum, [middle, reach, weight]) => {
    if (reach === 0) return sum + (middle >= low && middle <= high ? weight : 0);
    return sum + (weight * Math.max(0, Math.min(high, middle + reach) - Math.max(low, middle - reach))) / (2 * reach);
  }, 0);
}

function massIn(mass: WeightedIntervalIndex, weights: Float64Array, low: number, high: number): number | undefined {
  const found = new Float64Array(1);
  mass.weighted(weights).fill(mass.windows(Float64Array.of(low), Float64Array.of(high)), found);
  return found[0];
}

describe('IntervalMass', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 20 }), place, fc.nat(40), (all, low, length) => {
        const [middle, reach, weights] = [0, 1, 2].map((at) => Float64Array.from(all, (each) => each[at] ?? 0));
        if (!middle || !reach || !weights) throw new Error('three columns');
        const mass = new WeightedIntervalIndex(middle, reach);
        expect(massIn(mass, weights, low, low + length)).toBeCloseTo(naive(all, low, low + length), 9);
      }),
    );
  });

  it('takes no part of what has no place', () => {
    const mass = new WeightedIntervalIndex(Float64Array.of(Number.NaN, 3), Float64Array.of(1, 1));
    expect(massIn(mass, Float64Array.of(5, 2), -100, 100)).toBe(2);
  });
});

const points = Float64Array.of(0, 0.2, 0.3, 7, 19, 40, 41, 80, 81.5, 120);
const ones = points.map(() => 1);
/** The density at the second point, where that is known so well. */
const at = (reach: number): number =>
  new LeaveOneOutKernelMixture(
    points,
    [0.5, 5],
    points.map((_, i) => (i === 1 ? reach : 0)),
  ).density(ones, 1)[1] ?? 0;

describe('ScaleMixture of intervals', () => {
  it('is that of points where no interval has a length', () => {
    expect(new LeaveOneOutKernelMixture(points, [0.5, 5], new Float64Array(10)).density(ones, 1)).toEqual(
      new LeaveOneOutKernelMixture(points, [0.5, 5]).density(ones, 1),
    );
  });

  it('is lower in a crowd for who may lie beside it as well', () => {
    expect(at(1)).toBeLessThan(at(0));
    expect(at(10)).toBeLessThan(at(1));
  });
});
