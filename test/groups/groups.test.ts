import { describe, expect, it } from 'vitest';
import { findCommunities } from '../../src/groups/communities.js';
import { actedRepeatedly } from '../../src/groups/occasions.js';
import type { Measurements } from '../../src/measure/measurements.js';
import type { Post } from '../../src/post.js';
import { HOUR, measured, numberOf, post, START } from '../measure/posts.js';
import { ownWords } from '../signals/conversation.js';

/** Everybody of each circle says the circle's `texts` texts; strangers say their own. */
function circles(texts: number, of: Readonly<Record<string, readonly string[]>>): Post[] {
  const inside = Object.values(of).flatMap((members, circle) =>
    members.flatMap((by, i) => Array.from({ length: texts }, (_, k) => post({ by, text: ownWords(500 + circle, k), time: START + k * HOUR + i }))),
  );
  return [...inside, ...Array.from({ length: 30 }, (_, n) => post({ by: `stranger${n}`, text: ownWords(n, 0) }))];
}

const RED = ['r1', 'r2', 'r3', 'r4'];
const BLUE = ['b1', 'b2', 'b3'];
const names = (m: Measurements, accounts: Iterable<number>): string[] => Array.from(accounts, (a) => m.accounts.id[a] ?? '');
const numbers = (m: Measurements, ids: readonly string[]): number[] => ids.map((id) => numberOf(m, id));

describe('findCommunities', () => {
  it('tells two circles apart, the larger first, and counts what ties them', () => {
    const m = measured(circles(3, { RED, BLUE }));
    const found = findCommunities(m, numbers(m, [...BLUE, ...RED]), 1);
    expect(found.map(({ accounts }) => names(m, accounts))).toEqual([RED, BLUE]);
    expect(found.map(({ ties }) => ties.text)).toEqual([3, 3]);
  });

  it('gives the same for any seed where there is but one answer', () => {
    const m = measured(circles(3, { RED, BLUE }));
    const found = [1, 2, 99].map((seed) => JSON.stringify(findCommunities(m, numbers(m, [...RED, ...BLUE]), seed)));
    expect(new Set(found).size).toBe(1);
  });

  it('calls two accounts no group, nor many that share nothing', () => {
    const m = measured(circles(3, { pair: ['x', 'y'] }));
    expect(findCommunities(m, numbers(m, ['x', 'y', 'stranger1', 'stranger2', 'stranger3']), 1)).toEqual([]);
    expect(findCommunities(m, [], 1)).toEqual([]);
  });
});

describe('actedRepeatedly', () => {
  it('accepts who acted together on two occasions, not on one', () => {
    for (const [texts, accepted] of [[2, RED], [1, []]] as const) {
      const m = measured(circles(texts, { RED }));
      expect(names(m, actedRepeatedly(m, numbers(m, RED)))).toEqual(accepted);
    }
  });

  it('joins through others, and accepts who shares nothing once there is such a set', () => {
    const chain = [post({ by: 'x', text: ownWords(600, 0) }), post({ by: 'y', text: ownWords(600, 0) }), post({ by: 'y', text: ownWords(600, 1) }), post({ by: 'z', text: ownWords(600, 1) })];
    const m = measured([...circles(0, {}), ...chain]);
    expect(names(m, actedRepeatedly(m, numbers(m, ['x', 'y', 'z', 'stranger1'])))).toEqual(['x', 'y', 'z', 'stranger1']);
    expect(actedRepeatedly(m, numbers(m, ['x', 'stranger1'])).size).toBe(0);
  });

  it('does not count addressing the same account', () => {
    const m = measured(['x', 'y'].flatMap((by) => [post({ by, text: '@a @b' }), post({ by, text: '@c' })]));
    expect(actedRepeatedly(m, [0, 1]).size).toBe(0);
  });
});
