import type { RaggedSets } from '../../src/text/pair-ranks.js';

/** Every other set stands behind seven numbers that are no part of it. */
const fromOf = (i: number): number => (i % 2 === 0 ? 0 : 7);

/** Sets as `RaggedArray` would hold them. */
export function setsOf(sets: readonly Uint32Array[]): RaggedSets {
  const chunks = sets.map((set, i) => (i % 2 === 0 ? set : Uint32Array.of(0, 1, 2, 3, 4, 5, 6, ...set)));
  return {
    count: sets.length,
    chunkOf: (i) => chunks[i] ?? new Uint32Array(),
    fromOf,
    toOf: (i) => fromOf(i) + (sets[i]?.length ?? 0),
  };
}
