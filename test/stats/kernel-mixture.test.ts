import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeaveOneOutKernelMixture } from '../../src/stats/kernel-mixture.js';

const HALF_WIDTHS = [0.5, 5];

const density = (
  points: readonly number[],
  weights: readonly number[] = points.map(() => 1),
  prior = 1,
): Float64Array =>
  new LeaveOneOutKernelMixture(Float64Array.from(points), HALF_WIDTHS).density(Float64Array.from(weights), prior);

const place = fc.integer({ min: -200, max: 200 });

describe('ScaleMixture', () => {
  it('gives no negative density, and none at all to what has no place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(place, fc.constant(Number.NaN)), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 40,
        }),
        (pairs) => {
          const values = density(
            pairs.map(([x]) => x),
            pairs.map(([, weight]) => weight),
          );
          for (const [i, value] of values.entries()) {
            expect(Number.isFinite(value) && value >= 0).toBe(true);
            expect(value === 0).toBe(Number.isNaN(pairs[i]?.[0]));
          }
        },
      ),
    );
  });

  it('integrates to one', () => {
    // Points that count for nothing show the density between those that count.
    const step = 0.05;
    const grid = Array.from({ length: 2000 }, (_, i) => i * step);
    const data = [20, 20.1, 20.2, 35, 40, 41, 44, 60, 61.3, 80];
    const values = density([...data, ...grid], [...data.map(() => 1), ...grid.map(() => 0)]);
    const integral = values.slice(data.length).reduce((total, value) => total + value * step, 0);
    // The uniform part reaches past both ends by half of the widest window altogether.
    expect(integral).toBeGreaterThan(0.94);
    expect(integral).toBeLessThan(1.02);
  });

  it('leaves each point out of its own density', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => i / 100);
    const [alone] = density([1000, ...crowd]).slice(0, 1);
    expect(alone).toBeLessThanOrEqual(1 / 1000);
    const [paired] = density([1000, ...crowd, 1000]).slice(0, 1);
    expect(paired).toBeGreaterThan(2 * (alone ?? 0));
  });

  it('finds a narrow cluster among spread points', () => {
    const spread = Array.from({ length: 50 }, (_, i) => i * 20);
    const cluster = Array.from({ length: 30 }, (_, i) => 507 + i / 100);
    const values = density([...spread, ...cluster]);
    const least = Math.min(...values.slice(spread.length));
    expect(least).toBeGreaterThan(50 * (values[3] ?? 0));
  });

  it('does not care where zero is, nor in which order the points come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(place, fc.constant(Number.NaN)), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: -10_000, max: 10_000 }),
        (points, shift) => {
          const values = density(points);
          const shifted = density(points.map((x) => x + shift));
          const turned = density([...points].reverse()).reverse();
          for (const [i, value] of values.entries()) {
            expect(shifted[i]).toBeCloseTo(value, 9);
            expect(turned[i]).toBeCloseTo(value, 9);
          }
        },
      ),
    );
  });
});
