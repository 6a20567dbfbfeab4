import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nullProbability,
  jointLevel,
  concentrationLevels,
  MAX_NULL_PROBABILITY,
} from '../../src/decision/acceptance.js';
import type { Candidate } from '../../src/decision/candidate-sets.js';
import { choosePush } from '../../src/decision/choose-push.js';
import type { Concentration } from '../../src/groups/concentration.js';

const NOTHING: Concentration = { dates: 0, time: 0, copies: 0, repeated: 0 };
const ACCOUNTS = 1000;

/** A set of the accounts from one number up to another, with these margins. */
function candidate(
  from: number,
  to: number,
  strength: number,
  margin: Partial<Concentration>,
  both?: Concentration,
): Candidate {
  const members = Uint8Array.from({ length: ACCOUNTS }, (_, a) => Number(a >= from && a < to));
  const size = to - from;
  const whole = { ...NOTHING, ...margin };
  const levels = concentrationLevels(whole, size, ACCOUNTS);
  return {
    posterior: { probability: Float64Array.from(members), prevalence: size / ACCOUNTS },
    members,
    size,
    occasions: {
      occasions: new Uint32Array(ACCOUNTS),
      partners: new Uint8Array(ACCOUNTS),
      withMirror: new Uint32Array(ACCOUNTS),
      beyondMirror: new Uint32Array(ACCOUNTS),
      independent: new Float64Array(ACCOUNTS),
      strongestPost: new Int32Array(ACCOUNTS).fill(-1),
      secondPost: new Int32Array(ACCOUNTS).fill(-1),
      order: {
        after: new Uint32Array(ACCOUNTS),
        atOnce: new Uint32Array(ACCOUNTS),
        first: new Uint32Array(ACCOUNTS),
        expectedFirst: new Float64Array(ACCOUNTS),
      },
    },
    inside: both ?? NOTHING,
    outside: both ?? NOTHING,
    margin: whole,
    levels,
    joint: jointLevel(levels),
    strength,
  };
}

const PUSH = { dates: 1.5, time: 1.2, copies: 0.6 };

describe('choosePush', () => {
  it('takes the strongest that stands out in two kinds', () => {
    const weak = candidate(0, 300, 20, { dates: 4 });
    const push = candidate(400, 500, 10, PUSH);
    const chosen = choosePush([weak, push, candidate(400, 520, 5, PUSH)]);
    expect(chosen.push).toBe(push);
    expect(chosen.undecided).toBeNull();
    expect(chosen.p).toBeLessThanOrEqual(0.01);
  });

  it.each<[string, Partial<Concentration>]>([
    ['dates alone, however much they crowd', { dates: 10 }],
    ['time alone', { time: 10 }],
    ['copies and what is done twice, which are one kind', { copies: 1, repeated: 1 }],
    ['a little of everything', { dates: 0.45, time: 0.35, copies: 0.15, repeated: 0.2 }],
  ])('takes none with %s', (_, margin) => {
    const chosen = choosePush([candidate(0, 200, 10, margin)]);
    expect(chosen.push).toBeUndefined();
    expect(chosen.p).toBeGreaterThan(0.01);
  });

  it('takes none that keeps together less than the rest', () => {
    expect(choosePush([candidate(0, 200, -1, PUSH)]).push).toBeUndefined();
  });

  it('is undecided between two of comparable strength that leave no background, and not where one is left', () => {
    const chosen = choosePush([candidate(0, 500, 12, PUSH), candidate(500, 950, 10, PUSH)]);
    expect([chosen.push, chosen.undecided?.reason, chosen.undecided?.sides.length]).toEqual([
      undefined,
      'both-sides',
      2,
    ]);
    expect(choosePush([candidate(0, 500, 12, PUSH), candidate(500, 700, 10, PUSH)]).push?.size).toBe(500);
    expect(choosePush([candidate(0, 500, 12, PUSH), candidate(500, 950, 5, PUSH)]).push?.size).toBe(500);
  });

  it('is undecided where both sides of a split keep together more than any public', () => {
    const crowded = { dates: 2, time: 1, copies: 0.8, repeated: 0.9 };
    const chosen = choosePush([candidate(0, 500, 1, {}, crowded)]);
    expect([chosen.push, chosen.undecided?.reason]).toEqual([undefined, 'no-background']);
    expect(choosePush([candidate(0, 500, 1, {}, { ...crowded, copies: 0.2 })]).undecided).toBeNull();
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const nats = fc.double({ min: -4, max: 4, noNaN: true });
const margins = fc.record({ dates: nats, time: nats, copies: share, repeated: share });

describe('the level of a set', () => {
  it('is above nothing only with two kinds, and grows with every margin', () => {
    fc.assert(
      fc.property(
        margins,
        fc.integer({ min: 3, max: 900 }),
        fc.constantFrom('dates', 'time', 'copies', 'repeated'),
        (margin, size, name) => {
          const joint = jointLevel(concentrationLevels(margin, size, ACCOUNTS));
          const more = jointLevel(concentrationLevels({ ...margin, [name]: margin[name] + 0.5 }, size, ACCOUNTS));
          expect(more).toBeGreaterThanOrEqual(joint);
          expect(
            joint === 0 ||
              Object.values(concentrationLevels(margin, size, ACCOUNTS)).filter((level) => level >= 1).length >= 2,
          ).toBe(true);
        },
      ),
    );
  });

  it('is rarer in a public the higher it is, and 1 in 100 has one that is accepted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (joint, more) => {
          expect(nullProbability(joint + more)).toBeLessThanOrEqual(nullProbability(joint));
        },
      ),
    );
    expect(MAX_NULL_PROBABILITY).toBe(0.01);
    expect(nullProbability(0)).toBe(1);
  });
});
