import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Framing, framingOf, FRAMINGS } from '../../bench/framing.js';
import type { InventedCase } from '../../bench/scenarios.js';
import { reasonOf } from '../../src/decision/verdict-reasons.js';
import { occasionsWithin } from '../../src/groups/occasions.js';
import { firstnessPValue } from '../../src/groups/order-of-acting.js';
import { decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { SECOND } from '../../src/time/units.js';
import { DAY, HOUR, measured, numberOf, post, START } from '../dataset/posts.js';

/** How many of each kind are named, and why those are not who are framed. */
function told({ posts, kind }: InventedCase): { readonly named: Record<string, number>; readonly reasons: string[] } {
  const dataset = measured(posts);
  const decision = decide({ dataset, fitted: fitSignals(dataset) });
  const named: Record<string, number> = {};
  const reasons: string[] = [];
  for (const [a, verdict] of decision.judged.verdicts.entries()) {
    const of = kind.get(dataset.accounts.id[a] ?? '') ?? '?';
    if (verdict === 'coordinated') named[of] = (named[of] ?? 0) + 1;
    else if (of === 'v') reasons.push(reasonOf(a, decision) ?? verdict);
  }
  return { named, reasons };
}

describe('who is framed by copies', () => {
  it.each([
    'followers 20',
    'each by all',
    'two posts in all, by few',
    'five framed',
    'twenty framed, few posts',
    'by link',
    'by object',
    'retweets what is retweeted after it, with templates',
    'retweets what is popular, too, twice, with templates',
    'made on the day of the followers',
    'times to the minute, within the minute',
  ])('%s: is not named, and those are who follow', (name) => {
    const { named, reasons } = told(framingOf(name, 1));
    expect(named['v'] ?? 0).toBe(0);
    expect(named['o'] ?? 0).toBe(0);
    expect(named['c']).toBeGreaterThan(10);
    expect(new Set(reasons)).toContain('may-be-copied');
    expect(Object.keys(FRAMINGS)).toContain(name);
  });

  it('is never named, however many follow, how soon, and in what, where it never followed anybody', () => {
    const share = fc.double({ min: 0.03, max: 1, noNaN: true });
    const framing: fc.Arbitrary<Framing> = fc.record({
      public: fc.constant(150),
      framed: fc.integer({ min: 1, max: 4 }),
      posts: fc.integer({ min: 2, max: 40 }),
      followers: fc.integer({ min: 5, max: 80 }),
      followed: share,
      each: share,
      // A fifth of it passes at least, more than a second.
      delay: fc.integer({ min: 10 * SECOND, max: 5 * HOUR }),
      way: fc.constantFrom('text', 'near', 'link', 'tags', 'object', 'retweet', 'co-retweet'),
      own: fc.boolean(),
      together: fc.boolean(),
    });
    fc.assert(
      fc.property(framing, fc.integer({ min: 1, max: 1000 }), (special, seed) => {
        expect(told(framingOf('any', seed, special)).named['v'] ?? 0).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the order of acting', () => {
  it('tells who was first, at once and after among the members, each post once', () => {
    const texts = [
      'one text of some words here',
      'another text of some words there',
      'a third text of other words again',
    ];
    const m = measured([
      // Among few accounts no item speaks for a set that is most of them.
      ...Array.from({ length: 20 }, (_, k) => post({ by: `x${k}`, time: START, text: `${k} posts alone` })),
      ...['x', 'b', 'c', 'd'].map((by, k) => post({ by, time: START + k * SECOND, text: texts[0] ?? '' })),
      ...['c', 'd'].map((by) => post({ by, time: START + DAY, text: texts[1] ?? '' })),
      ...['d', 'c', 'b'].map((by, k) => post({ by, time: START + 2 * DAY + k * SECOND, text: texts[2] ?? '' })),
    ]);
    const members = Uint8Array.from(m.accounts.id, (id) => Number(!id.startsWith('x')));
    const { order } = occasionsWithin(m, members);
    const of = (id: string): number[] =>
      [order.first, order.atOnce, order.after, order.expectedFirst].map((each) => each[numberOf(m, id)] ?? -1);
    expect(of('b')).toEqual([1, 0, 1, 2 / 3]);
    expect(of('c')).toEqual([0, 1, 2, expect.closeTo(1 / 3 + 1 / 2 + 1 / 3)]);
    expect(of('d')).toEqual([1, 1, 1, expect.closeTo(1 / 3 + 1 / 2 + 1 / 3)]);
  });

  it('bounds the chance to be the first so often', () => {
    // Ten times of ten among two: 2^−10; the bound is the mean times e over k, to the k, times e^−mean.
    expect(firstnessPValue(10, 5)).toBeCloseTo((Math.E / 2) ** 10 * Math.exp(-5), 12);
    expect(firstnessPValue(10, 5)).toBeGreaterThan(2 ** -10);
    expect(firstnessPValue(2, 3)).toBe(1);
    expect(firstnessPValue(0, 0)).toBe(1);
  });
});
