import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankMembers } from '../../src/text/pair-ranks.js';
import { setsOf } from './sets.js';

/** Beyond so many sets a member is common, however common. */
const MOST_COUNTED = 255;

function ranked(sets: readonly Uint32Array[]): { of: number[][]; count: number; single: number } {
  const ragged = setsOf(sets.map((set) => set.slice()));
  const { count, single } = rankMembers(ragged);
  return { of: sets.map((_, i) => [...ragged.chunkOf(i).subarray(ragged.fromOf(i), ragged.toOf(i))]), count, single };
}

/** The same in the simplest way. */
function rankedSimply(sets: readonly Uint32Array[]): ReturnType<typeof ranked> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  const order = [...counts.keys()].sort(
    (x, y) => Math.min(counts.get(x) ?? 0, MOST_COUNTED) - Math.min(counts.get(y) ?? 0, MOST_COUNTED) || x - y,
  );
  const rankOf = new Map(order.map((member, rank) => [member, rank]));
  return {
    of: sets.map((set) => Array.from(set, (member) => rankOf.get(member) ?? -1).sort((x, y) => x - y)),
    count: order.length,
    single: [...counts.values()].filter((count) => count === 1).length,
  };
}

const asSet = (members: readonly number[]): Uint32Array => Uint32Array.from(new Set(members)).sort();

describe('rankMembers', () => {
  it('gives each member its rank, the rarest first, and keeps every set ascending', () => {
    const member = fc.oneof(fc.nat(9), fc.constantFrom(2 ** 31, 2 ** 32 - 1), fc.nat(2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(fc.array(member, { maxLength: 90 }), { maxLength: 30 }), (lists) => {
        const sets = lists.map(asSet);
        expect(ranked(sets)).toEqual(rankedSimply(sets));
      }),
    );
  });

  it('holds two members for equally common that are each in more sets than are counted', () => {
    const sets = Array.from({ length: 300 }, (_, i) => asSet([7, i < 280 ? 9 : 100_000 + i, 200_000 + i]));
    expect(ranked(sets)).toEqual(rankedSimply(sets));
    expect(ranked(sets).of[0]?.slice(-2)).toEqual([320, 321]);
  });

  it('keeps all of many members as it grows', () => {
    const sets = Array.from({ length: 5000 }, (_, i) => asSet([Math.imul(i, 0x9e37_79b1) >>> 0, i, i + 1, i % 7]));
    expect(ranked(sets)).toEqual(rankedSimply(sets));
  });
});
