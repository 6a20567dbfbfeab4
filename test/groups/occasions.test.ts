import { describe, expect, it } from 'vitest';
import { occasionsWithin } from '../../src/groups/occasions.js';
import { HOUR, measured, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

/** Who posts which of the texts; beside ten accounts that say their own. */
function beyondClosest(said: Readonly<Record<string, readonly number[]>>): Record<string, number> {
  const m = measured([
    ...Object.entries(said).flatMap(([by, texts]) =>
      texts.map((k) => post({ by, text: ownWords(900, k), time: START + k * HOUR })),
    ),
    ...Array.from({ length: 10 }, (_, n) => post({ by: `z${n}`, text: ownWords(n, 0) })),
  ]);
  const { beyondClosest: left } = occasionsWithin(
    m,
    Uint8Array.from(m.accounts.id, (id) => Number(Object.hasOwn(said, id))),
  );
  return Object.fromEntries(m.accounts.id.flatMap((id, a) => (Object.hasOwn(said, id) ? [[id, left[a] ?? -1]] : [])));
}

describe('occasionsWithin', () => {
  it('counts nothing that an account shares with its closest partner alone, if it does so twice', () => {
    expect(beyondClosest({ a: [1, 2, 3, 4], b: [1, 2, 3, 4], c: [4] })).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('counts every occasion of three accounts that do the same', () => {
    expect(beyondClosest({ a: [1, 2], b: [1, 2], c: [1, 2] })).toEqual({ a: 2, b: 2, c: 2 });
  });

  it('counts what an account shares once with each of two others', () => {
    expect(beyondClosest({ a: [1, 2], b: [1], c: [2] })).toEqual({ a: 2, b: 1, c: 1 });
  });
});
