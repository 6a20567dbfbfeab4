import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, idsOf, measured, post, START } from './posts.js';

describe('repeated ids', () => {
  const first = { by: '1', id: '500', time: START, text: 'first as seen', line: 9 };
  const later = { by: '1', id: '500', time: START + HOUR, text: 'seen again', input: 1 };

  it('are kept once and counted for the input that repeats them, whatever the order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [post(first), post({ ...later, line: 4 }), post({ ...later, line: 2 }), post({ by: '2' })],
          { minLength: 4 },
        ),
        (posts) => {
          const m = measured(posts);
          expect(m.posts.count).toBe(2);
          expect([...m.posts.time]).toContain(START);
          expect([...m.posts.time]).not.toContain(START + HOUR);
          expect([...m.repeated]).toEqual([[1, { count: 2, lines: [2, 4] }]]);
        },
      ),
    );
  });

  it('leave no account behind that has no other post', () => {
    const m = measured([post(first), post({ ...later, by: '2' }), post({ by: '3' })]);
    expect(m.accounts.id).toEqual(['1', '3']);
    expect(m.posts.account).toEqual(Uint32Array.of(0, 1));
  });

  it('that one input gives to posts of two accounts, apart in time or words, are damaged: all are kept and lose them', () => {
    const other = { ...first, by: '2', text: 'other words', line: 10 };
    const m = measured([post(first), post(other), post({ by: '3' })]);
    expect(m.posts.count).toBe(3);
    expect([...m.repeated]).toEqual([[0, { count: 0, lines: [], contested: 2 }]]);
    // An account that changed its name between two copies of a post is no proof.
    expect(measured([post(first), post({ ...first, by: '2', line: 10 })]).posts.count).toBe(1);
  });

  it('that two inputs give to different posts, as each numbers its own, are not used: all posts are kept', () => {
    const mine = ['1', '2', '3', '4'].map((id, i) => ({
      by: `1${id}`,
      id,
      time: START + i * HOUR,
      text: `mine ${id}`,
    }));
    const its = mine.map(({ id, time }, i) => ({ by: `2${id}`, id, time: time + 1000, text: `its ${i}`, input: 1 }));
    const m = measured([...mine, ...its].map((each) => post(each)));
    expect(m.posts.count).toBe(8);
    expect([...m.repeated].map(([, { count, countedApart }]) => [count, countedApart])).toEqual([
      [0, 4],
      [0, 4],
    ]);
    // The same posts in both are counted once.
    expect(
      measured([...mine, ...mine.map((each) => ({ ...each, input: 1 }))].map((each) => post(each))).posts.count,
    ).toBe(4);
  });

  it('name the first few of their lines', () => {
    const m = measured([post(first), ...Array.from({ length: 9 }, (_, i) => post({ ...later, line: 20 - i }))]);
    expect(m.repeated.get(1)).toEqual({ count: 9, lines: [12, 13, 14, 15, 16] });
  });
});

describe('ids made for posts that have none', () => {
  const equal = { by: '1', id: null, text: 'the same words again' };

  it('are distinct for equal posts, and the same in any order', () => {
    const posts = [
      post(equal),
      post(equal),
      post({ ...equal, time: START + 1 }),
      post({ ...equal, by: '2' }),
      post({ ...equal, links: ['https://a.example'] }),
      post({ ...equal, text: 'other' }),
    ];
    const id = idsOf(measured(posts));
    expect(new Set(id).size).toBe(posts.length);
    expect(id.every((each) => /^h[0-9a-f]{16}$/.test(each))).toBe(true);
    expect(measured(posts.toReversed()).posts).toEqual(measured(posts).posts);
  });

  it('depend on nothing but the post itself', () => {
    const alone = idsOf(measured([post(equal)]))[0];
    expect(
      idsOf(measured([post({ by: '0', time: START - HOUR }), post(equal), post({ by: '3', id: null, text: 'x' })])),
    ).toContain(alone);
  });
});

describe('the order of posts', () => {
  it('is that of time, then account, then id', () => {
    const m = measured([
      post({ by: 'b', id: '1' }),
      post({ by: 'a', id: '3' }),
      post({ by: 'a', id: '2' }),
      post({ by: 'c', id: '9', time: START - 1 }),
    ]);
    expect(idsOf(m)).toEqual(['9', '2', '3', '1']);
  });
});
