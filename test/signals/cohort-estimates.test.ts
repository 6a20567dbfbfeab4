import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { cohort } from '../../src/signals/cohort.js';
import { DAY, HOUR, measured, START } from '../dataset/posts.js';
import { conversation, isMember, MEMBERS, PEOPLE, suspicion } from './conversation.js';

/** The members were made within half a day, everybody else one a month. */
const known = measured(
  conversation({
    created: (n) => (isMember(n) ? START - 100 * DAY + n * HOUR : START - (1 + ((n * 57) % PEOPLE)) * 30 * DAY),
  }),
);
const member = PEOPLE + 3;

/** The same, but that the dates of some are known only to lie in an interval around the true one. */
function estimated(length: number, whose: (a: number) => boolean): Dataset {
  const widen = (by: number) => known.accounts.created.map((at, a) => (whose(a) ? at + by : at));
  return {
    ...known,
    accounts: { ...known.accounts, createdFrom: widen((-length * DAY) / 2), createdTo: widen((length * DAY) / 2) },
  };
}

const weights = (m: Dataset): Float64Array => cohort.fit(m).logLikelihoodRatio(suspicion(m));
const LENGTHS = [0, 0.8, 3, 10, 21, 45, 89];

describe('creation-cohort on estimated dates', () => {
  it('weighs an account less, the longer its interval', () => {
    const found = LENGTHS.map((length) => weights(estimated(length, (a) => a === member))[member] ?? 0);
    expect(found).toEqual(found.toSorted((x, y) => y - x));
    expect(found.at(-1)).toBeLessThan((found[0] ?? 0) - 1);
  });

  it('weighs everybody less where all dates of the suspected are estimated', () => {
    const found = LENGTHS.map((length) => weights(estimated(length, isMember))[member] ?? 0);
    expect(found).toEqual(found.toSorted((x, y) => y - x));
    expect(found.at(-1)).toBeLessThan((found[0] ?? 0) - 1);
    const standing = LENGTHS.map((length) => cohort.fit(estimated(length, isMember)).initialScore()[member] ?? 0);
    expect(standing).toEqual(standing.toSorted((x, y) => y - x));
  });

  it('leaves exact dates as they are', () => {
    const [before, after] = [weights(known), weights(estimated(21, (a) => a === member))];
    // One of a dozen suspected is blurred: the others keep nearly all of it.
    const moved = Array.from(before, (weight, a) =>
      isMember(a) && a !== member ? Math.abs((after[a] ?? 0) - weight) : 0,
    );
    expect(Math.max(...moved)).toBeLessThan(0.25);
    expect(weights(estimated(0, isMember))).toEqual(before);
  });

  it('cannot measure what may lie anywhere in a quarter of a year', () => {
    const prepared = cohort.fit(estimated(91, (a) => a === member));
    expect([prepared.measurable[member], prepared.measurable[member + 1]]).toEqual([0, 1]);
    expect(prepared.initialScore()[member]).toBe(0);
    expect(prepared.logLikelihoodRatio(suspicion(known))[member]).toBe(0);
    expect(prepared.explain(member, suspicion(known))).toBeUndefined();
  });

  it('never tells of a window narrower than the interval', () => {
    for (const length of LENGTHS) {
      const told = cohort.fit(estimated(length, isMember)).explain(member, suspicion(known))?.finding;
      expect(told).toMatchObject({ others: MEMBERS - 1 });
      expect(told?.days).toBeGreaterThanOrEqual(length);
    }
  });
});
