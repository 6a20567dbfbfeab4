import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossCorrelation, leadLagTest } from '../../src/stats/lead-lag-test.js';
import { leastSquaresResiduals } from '../../src/stats/residuals.js';

const series = (length: number) =>
  fc
    .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float64Array.from(values));

describe('crossCorrelation', () => {
  it('is worked by hand', () => {
    // Σa² = 6, Σb² = 6, b one step behind a: Σ a(t) b(t + 1) = 6.
    const [a, b] = [Float64Array.from([1, -2, 1, 0]), Float64Array.from([0, 1, -2, 1])];
    expect([...crossCorrelation(a, b)].map((r) => Math.round(6 * r))).toEqual([-4, 6, -4, 2]);
  });

  it('is 0 where one series is', () => {
    expect([...crossCorrelation(new Float64Array(3), Float64Array.from([1, 2, 3]))]).toEqual([0, 0, 0]);
  });
});

const impulse = (at: number): Float64Array => Float64Array.from({ length: 100 }, (_, t) => Number(t === at) - 0.01);

describe('lead', () => {
  it('finds the lag, and its p-value is the rank of what it found among the shifts', () => {
    const found = leadLagTest(crossCorrelation(impulse(20), impulse(23)), 12, (lag) => Math.exp(-lag / 48));
    // One impulse each: shifts that leave a lag of 1, 2 or 3 do as well.
    expect(found).toMatchObject({ lag: 3, p: 0.03 });
    expect(found.correlation).toBeCloseTo(1, 9);
    expect(leadLagTest(crossCorrelation(impulse(23), impulse(20)), 12, (lag) => Math.exp(-lag / 48)).p).toBeGreaterThan(
      0.2,
    );
  });

  it('is uniform over the shifts of any two series: as many of them as the level says, or fewer', () => {
    fc.assert(
      fc.property(series(40), series(40), (a, b) => {
        const ps = Array.from(
          { length: 40 },
          (_, shift) =>
            leadLagTest(
              crossCorrelation(
                a,
                b.map((_value, t) => b[(t + shift) % 40] ?? 0),
              ),
              6,
              (lag) => 1 / lag,
            ).p,
        );
        for (const level of [0.05, 0.1, 0.5])
          expect(ps.filter((p) => p <= level + 1e-9).length).toBeLessThanOrEqual(40 * level + 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('residuals', () => {
  it('are orthogonal to every column, and what is left of a combination of columns is nothing', () => {
    fc.assert(
      fc.property(series(12), series(12), series(12), (y, one, two) => {
        const columns = [one, two, one.map((x, i) => x - 2 * (two[i] ?? 0))];
        const left = leastSquaresResiduals(y, columns);
        for (const column of columns)
          expect(left.reduce((sum, x, i) => sum + x * (column[i] ?? 0), 0)).toBeCloseTo(0, 6);
        expect(Math.hypot(...leastSquaresResiduals(columns[2] ?? one, [one, two]))).toBeCloseTo(0, 6);
      }),
    );
  });

  it('of a line fitted by hand', () => {
    // y = 1, 2, 4 on 1 and t = 0, 1, 2: slope 1.5, intercept 5/6.
    expect(
      [
        ...leastSquaresResiduals(Float64Array.from([1, 2, 4]), [
          Float64Array.from([1, 1, 1]),
          Float64Array.from([0, 1, 2]),
        ]),
      ].map((x) => Math.round(6 * x)),
    ).toEqual([1, -2, 1]);
  });
});
