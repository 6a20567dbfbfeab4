import { describe, expect, it } from 'vitest';
import { thresholdCrossed } from '../../src/check/threshold.js';

const judged = { coordinated: 5, flooding: 0, unclear: 5, organic: 90, insufficient: 100 };
const NOBODY = { coordinated: 0, flooding: 0, unclear: 0, organic: 0, insufficient: 0 };

describe('a threshold', () => {
  it.each([
    [{ verdict: 'coordinated', most: 5 }, undefined],
    [{ verdict: 'coordinated', most: 4 }, '5 accounts are likely coordinated, more than the 4 allowed'],
    [{ verdict: 'coordinated', mostPercent: 5 }, undefined],
    [
      { verdict: 'coordinated', mostPercent: 4.9 },
      '5 of 100 accounts (5%) are likely coordinated, more than the 4.9% allowed',
    ],
    [{ verdict: 'insufficient', mostPercent: 50 }, undefined],
    [
      { verdict: 'insufficient', mostPercent: 49 },
      '100 of 200 accounts (50%) are insufficient, more than the 49% allowed',
    ],
  ] as const)('%j', (threshold, says) => {
    expect(thresholdCrossed({ accounts: judged, undecided: null }, threshold)).toBe(says);
  });

  it('is not crossed where nobody is', () => {
    expect(
      thresholdCrossed({ accounts: NOBODY, undecided: null }, { verdict: 'coordinated', most: 0 }),
    ).toBeUndefined();
    expect(
      thresholdCrossed({ accounts: NOBODY, undecided: null }, { verdict: 'coordinated', mostPercent: 0 }),
    ).toBeUndefined();
  });

  it('holds exactly where floating point does not', () => {
    expect(
      thresholdCrossed(
        { accounts: { ...NOBODY, coordinated: 7, organic: 93 }, undecided: null },
        { verdict: 'coordinated', mostPercent: 7 },
      ),
    ).toBeUndefined();
  });

  it('of coordinated accounts is crossed where it cannot be told who pushed, others are not', () => {
    const undecided = { reason: 'both-sides', sides: [] } as const;
    expect(thresholdCrossed({ accounts: NOBODY, undecided }, { verdict: 'coordinated', mostPercent: 100 })).toMatch(
      /cannot tell which side pushed/u,
    );
    expect(thresholdCrossed({ accounts: NOBODY, undecided }, { verdict: 'unclear', most: 0 })).toBeUndefined();
  });
});
