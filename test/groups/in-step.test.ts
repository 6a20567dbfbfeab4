import { describe, expect, it } from 'vitest';
import { accountsOutOfStep, fisherPValue } from '../../src/groups/in-step.js';
import { HOUR, measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const WAVES = [0, 30, 60, 90];
const CORE = Array.from({ length: 12 }, (_, n) => `core${n}`);
const OTHERS = ['early', 'late', 'along'];

/** Twelve accounts post one of four texts in each wave, within minutes; three others at the hours that are given. */
function lateAmong(hours: Readonly<Record<string, readonly number[]>>, core: readonly string[]): string[] {
  const m = measured([
    ...WAVES.flatMap((wave, w) =>
      CORE.map((by, n) => post({ by, text: ownWords(900, (n + w) % 4), time: START + wave * HOUR + n * MINUTE })),
    ),
    ...Object.entries(hours).flatMap(([by, times]) =>
      times.map((hour, k) => post({ by, text: ownWords(900, k), time: START + hour * HOUR })),
    ),
  ]);
  const numbers = (ids: readonly string[]): number[] => ids.map((id) => numberOf(m, id));
  const found = accountsOutOfStep(m, [m.items.text], numbers([...CORE, ...OTHERS]), numbers(core));
  return [...found].map((a) => m.accounts.id[a] ?? '').sort();
}

describe('accountsOutOfStep', () => {
  const hours = { early: [12, 45, 77], late: [8, 99], along: [0.05, 30.1, 60.15] };

  it('finds who copies between the waves of the core, and not who posts along', () => {
    expect(lateAmong(hours, CORE)).toEqual(['early', 'late']);
  });

  it('finds whoever stands out most without a core, too', () => {
    expect(lateAmong(hours, [])).toEqual(['early']);
  });

  it('does not find who mostly posts along', () => {
    expect(lateAmong({ ...hours, early: [0.02, 30.05, 77] }, CORE)).toEqual(['late']);
  });

  it('tests nobody of the core', () => {
    expect(lateAmong(hours, [...CORE, 'early', 'late'])).toEqual([]);
  });
});

describe('fisherPValue', () => {
  // scipy.stats.combine_pvalues([0.01, 0.2, 0.3], method='fisher').pvalue, and of [0.05, 0.05].
  it('agrees with scipy', () => {
    expect(fisherPValue([0.01, 0.2, 0.3])).toBeCloseTo(0.02156, 4);
    expect(fisherPValue([0.05, 0.05])).toBeCloseTo(0.0174786, 6);
    expect(fisherPValue([0.4])).toBeCloseTo(0.4, 12);
    expect(fisherPValue([])).toBe(1);
  });
});
