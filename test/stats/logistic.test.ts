import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, logit, sigmoid } from '../../src/stats/logistic.js';
import { sum } from '../../src/stats/sum.js';

describe('logit and sigmoid', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  it('stay finite and within bounds at the ends', () => {
    expect(logit(0)).toBe(logit(1e-6));
    expect(logit(1)).toBeCloseTo(-logit(0), 8);
    expect(sigmoid(-1000)).toBe(0);
    expect(sigmoid(1000)).toBe(1);
    expect(sigmoid(0)).toBe(0.5);
  });
});

describe('clamp', () => {
  it('holds a value within both ends, and lets what is not measured be', () => {
    expect([clamp(-3, -1, 2), clamp(3, -1, 2), clamp(1, -1, 2)]).toEqual([-1, 2, 1]);
    expect(clamp(Number.NaN, -1, 2)).toBeNaN();
  });
});

describe('sum', () => {
  it('adds whatever can be gone through', () => {
    expect(sum([])).toBe(0);
    expect(sum(new Set([1, 2, 3.5]))).toBe(6.5);
  });
});
