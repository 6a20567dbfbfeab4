import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoricalLogRatio } from '../../src/stats/categorical-log-ratio.js';

interface Element {
  readonly key: number;
  readonly member: number;
}

const elements = fc.array(
  fc.record({ key: fc.integer({ min: -1, max: 4 }), member: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 30 },
);

/** The definition in quadratic time. */
function naive(of: readonly Element[], i: number, prior: number, bound: number): number {
  const own = of[i]?.key ?? -1;
  if (own < 0) return 0;
  const measured = of.filter(({ key }) => key >= 0);
  const others = of.filter(({ key }, j) => j !== i && key >= 0);
  const base = measured.filter(({ key }) => key === own).length / measured.length;
  const share = (weight: (element: Element) => number): number => {
    const all = others.reduce((sum, each) => sum + weight(each), 0);
    const same = others.reduce((sum, each) => sum + (each.key === own ? weight(each) : 0), 0);
    return (same + prior * base) / (all + prior);
  };
  const ratio = Math.log(share(({ member }) => member) / share(({ member }) => 1 - member));
  return Math.min(bound, Math.max(-bound, ratio));
}

describe('classRatio', () => {
  it('compares how often each class occurs among members and among the others, the element itself left out', () => {
    fc.assert(
      fc.property(elements, fc.integer({ min: 1, max: 20 }), (of, prior) => {
        const ratios = categoricalLogRatio(
          Int8Array.from(of, ({ key }) => key),
          Float64Array.from(of, ({ member }) => member),
          prior,
          4,
        );
        for (const [i, ratio] of ratios.entries()) expect(ratio).toBeCloseTo(naive(of, i, prior, 4), 8);
      }),
    );
  });

  it('says nothing where all are of one class, and nothing where nothing was measured', () => {
    expect(
      [...categoricalLogRatio(Int8Array.of(2, 2, 2), Float64Array.of(1, 0, 0.5), 10, 4)].every(
        (ratio) => Math.abs(ratio) < 1e-12,
      ),
    ).toBe(true);
    expect([...categoricalLogRatio(Int8Array.of(-1, -1), Float64Array.of(1, 0), 10, 4)]).toEqual([0, 0]);
  });
});
