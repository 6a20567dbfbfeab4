import { describe, expect, it } from 'vitest';
import type { Trend } from '../../src/documents/result.js';
import type { Verdict } from '../../src/documents/verdict.js';
import { trend } from '../../src/trend/trend.js';
import { HOUR, measured, MINUTE, post } from '../dataset/posts.js';

const NOON = Date.UTC(2014, 2, 1, 12);
const VERDICT_OF: Readonly<Record<string, Verdict>> = {
  c: 'coordinated',
  u: 'unclear',
  o: 'organic',
  i: 'insufficient',
};

/** Hour by hour how many posts by accounts of each verdict, such as `c5 o2`; accounts number 0 to 4 on each side. */
function told(hours: readonly string[], step = MINUTE): Trend {
  const posts = hours.flatMap((hour, h) => {
    const sides = hour
      .split(' ')
      .flatMap((part) => Array.from({ length: Number(part.slice(1)) }, (_, k) => `${part.charAt(0)}${k % 5}`));
    return sides.map((by, k) =>
      post({ by, time: NOON + h * HOUR + Math.floor((k * 50 * MINUTE) / sides.length / step) * step }),
    );
  });
  const m = measured(posts);
  return trend(
    m,
    m.accounts.id.map((id) => VERDICT_OF[id.charAt(0)] ?? 'organic'),
  );
}

describe('the push', () => {
  it('is the coordinated share of the first posts, with the unclear and against the rest', () => {
    const { push } = told(['c6 u2 o2', 'c10 o40', 'o60']);
    expect(push.firstPosts).toEqual([
      { posts: 10, coordinated: 6, flooding: 0, unclear: 2, organic: 2, insufficient: 0, coordinatedAccounts: 5 },
      { posts: 100, coordinated: 16, flooding: 0, unclear: 2, organic: 82, insufficient: 0, coordinatedAccounts: 5 },
    ]);
    expect(push.says).toBe(
      '60% of the first 10 posts are by 5 likely coordinated accounts (80% if the unclear accounts took part), against 9.1% of the rest.',
    );
  });

  it('takes all posts of one moment, which have no order among them', () => {
    expect(told(['c4 o4', 'o12', 'o40'], HOUR).push.firstPosts.map(({ posts }) => posts)).toEqual([20]);
  });

  it('is told hour by hour, without the hours in which nobody wrote', () => {
    const { push } = told(['c3', 'o1', '', 'c1 i2']);
    expect(push.hours.map(({ from, ...counts }) => [from.slice(11, 16), Object.values(counts).join()])).toEqual([
      ['12:00', '3,0,0,0,0'],
      ['13:00', '0,0,0,1,0'],
      ['15:00', '1,0,0,0,2'],
    ]);
  });

  it('is not told of where there is none, or no rest to compare it with', () => {
    expect(told(['o90']).push.says).toContain('there is no push');
    expect(told(['c9']).push.says).toContain('cannot separate the beginning');
  });
});

describe('the pick-up', () => {
  it('is the first hour in which organic posts are more beyond chance, and the hour from which they stay more', () => {
    const { pickUp } = told(['c9', 'o4', 'c2 o12', 'c9 o2', 'c1 o9']);
    expect(pickUp).toMatchObject({ firstAt: '2014-03-01T14:00:00.000Z', lastingFrom: '2014-03-01T16:00:00.000Z' });
    expect(pickUp.says).toBe(
      'From 1 Mar 2014 14:00 UTC ordinary accounts posted more than the coordinated ones (12 posts to 2); for good from 1 Mar 2014 16:00 UTC.',
    );
  });

  it('says how much rests on the unclear accounts', () => {
    const { pickUp } = told(['c9', 'u6 o7', 'o9']);
    expect(pickUp.withUnclear.firstAt).toBe('2014-03-01T14:00:00.000Z');
    expect(pickUp.says).toContain('counting the unclear accounts as coordinated, from 1 Mar 2014 14:00 UTC.');
  });

  it('may not come, or not last', () => {
    expect(told(['c9', 'o2']).pickUp).toMatchObject({
      firstAt: null,
      says: 'In no hour did ordinary accounts post more than the coordinated ones by more than chance.',
    });
    expect(told(['o9', 'c9']).pickUp).toMatchObject({ firstAt: '2014-03-01T12:00:00.000Z', lastingFrom: null });
    expect(told(['o9']).pickUp).toMatchObject({
      says: 'No account is likely coordinated, so there was nothing for the public to pick up.',
    });
  });

  it('is told by days where the dump tells days only', () => {
    const m = measured(
      [0, 1].flatMap((day) =>
        Array.from({ length: 8 }, (_, k) => post({ by: day === 0 ? 'c' : `o${k}`, time: Date.UTC(2014, 2, 1 + day) })),
      ),
    );
    const { push, pickUp } = trend(
      m,
      m.accounts.id.map((id) => VERDICT_OF[id.charAt(0)] ?? 'organic'),
    );
    expect(push.hourSeconds).toBe(86_400);
    expect(pickUp.says).toContain(
      'From 2 Mar 2014 ordinary accounts posted more than the coordinated ones (8 posts to 0)',
    );
  });
});
