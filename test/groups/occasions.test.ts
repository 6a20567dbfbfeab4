import { describe, expect, it } from 'vitest';
import { occasionsWithin } from '../../src/groups/occasions.js';
import { HOUR, measured, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

type Said = Readonly<Record<string, readonly number[]>>;

/** Who posts which of the texts; beside twenty accounts that say their own. */
function counted(said: Said, which: 'beyondMirror' | 'withMirror'): Record<string, number> {
  const m = measured([
    ...Object.entries(said).flatMap(([by, texts]) =>
      texts.map((k) => post({ by, text: ownWords(900, k), time: START + k * HOUR })),
    ),
    ...Array.from({ length: 20 }, (_, n) => post({ by: `z${n}`, text: ownWords(n, 0) })),
  ]);
  const { [which]: left } = occasionsWithin(
    m,
    Uint8Array.from(m.accounts.id, (id) => Number(Object.hasOwn(said, id))),
  );
  return Object.fromEntries(m.accounts.id.flatMap((id, a) => (Object.hasOwn(said, id) ? [[id, left[a] ?? -1]] : [])));
}

const beyondMirror = (said: Said): Record<string, number> => counted(said, 'beyondMirror');

describe('occasionsWithin', () => {
  it('counts nothing that an account shares with its mirror alone', () => {
    expect(beyondMirror({ a: [1, 2, 3, 4], b: [1, 2, 3, 4], c: [4] })).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('counts two accounts of one person as one, to others and to themselves', () => {
    const said = { a: [1, 2, 5, 6], b: [1, 2, 5, 6], c: [3, 4, 5, 6], d: [3, 4, 5, 6] };
    expect(beyondMirror(said)).toEqual({ a: 2, b: 2, c: 2, d: 2 });
    expect(counted(said, 'withMirror')).toEqual({ a: 2, b: 2, c: 2, d: 2 });
  });

  it('counts every occasion of three accounts that do the same', () => {
    expect(beyondMirror({ a: [1, 2], b: [1, 2], c: [1, 2] })).toEqual({ a: 2, b: 2, c: 2 });
  });

  it('counts what an account shares once with each of two others', () => {
    expect(beyondMirror({ a: [1, 2], b: [1], c: [2] })).toEqual({ a: 2, b: 1, c: 1 });
  });
});
