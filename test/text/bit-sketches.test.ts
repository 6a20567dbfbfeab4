import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSketches, cannotBeSimilar } from '../../src/text/bit-sketches.js';
import { jaccardAtLeast } from '../../src/text/jaccard.js';
import { setsOf } from './sets.js';

const set = (most: number): fc.Arbitrary<Uint32Array> =>
  fc
    .uniqueArray(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: most })
    .map((members) => Uint32Array.from(members).sort());

function toldApart(a: Uint32Array, b: Uint32Array): boolean {
  const sketches = new BitSketches(setsOf([a, b]));
  return cannotBeSimilar(sketches.high(0), sketches.low(0), sketches.high(1), sketches.low(1));
}

describe('Sketches', () => {
  it('never tell similar sets apart, whatever their sizes', () => {
    const pair = fc
      .tuple(set(90), set(40), set(40))
      .map(([both, a, b]) => [a, b].map((own) => Uint32Array.from(new Set([...both, ...own])).sort()));
    let similar = 0;
    fc.assert(
      fc.property(pair, ([a = new Uint32Array(), b = new Uint32Array()]) => {
        if (jaccardAtLeast(a, 0, a.length, b, 0, b.length) === 0) return;
        similar++;
        expect(toldApart(a, b)).toBe(false);
      }),
      { numRuns: 1000 },
    );
    expect(similar).toBeGreaterThan(100);
  });

  it('tell nearly all sets apart that have nothing in common, up to the size that they can tell', () => {
    const told = fc.sample(fc.tuple(set(30), set(30)), { numRuns: 1000, seed: 1 }).filter(([a, b]) => toldApart(a, b));
    expect(told.length).toBeGreaterThan(900);
    const [large, other] = [0, 1].map((n) => Uint32Array.from({ length: 63 }, (_, k) => 1000 * n + k));
    expect(toldApart(large ?? new Uint32Array(), other ?? new Uint32Array())).toBe(false);
  });
});
