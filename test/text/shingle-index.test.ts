import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSketches } from '../../src/text/bit-sketches.js';
import { ShingleIndex, MAX_POSTINGS } from '../../src/text/shingle-index.js';
import { setsOf } from './sets.js';

const found = new Uint32Array(MAX_POSTINGS);
/** Where nothing is drawn, nothing is unlike anything. */
const UNDRAWN = { high: () => 0, low: () => 0 };

function leadersIn(index: ShingleIndex, pair: number, text = 0): number[] {
  return [...found.subarray(0, index.find(pair, text, found))];
}

describe('LeaderIndex', () => {
  it('has the first leaders of each pair, in the order in which they were added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(100_000_000)), { maxLength: 200 }), (added) => {
        const index = new ShingleIndex(14, UNDRAWN);
        const known = new Map<number, number[]>();
        for (const [to, leader] of added) {
          index.add(to, leader);
          known.set(to, [...(known.get(to) ?? []), leader].slice(0, MAX_POSTINGS));
        }
        for (const [to, leaders] of known) expect(leadersIn(index, to)).toEqual(leaders);
        expect(leadersIn(index, 13)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all of many pairs, each with leaders of its own', () => {
    const index = new ShingleIndex(20_000, UNDRAWN);
    for (let round = 0; round < 18; round++)
      for (let n = 0; n < 20_000; n++) if (n % 18 >= round) index.add(n, 18 * n + round);
    const wrong: number[] = [];
    for (let n = 0; n < 20_000; n++) {
      const expected = Array.from({ length: Math.min(MAX_POSTINGS, (n % 18) + 1) }, (_, round) => 18 * n + round);
      if (leadersIn(index, n).join() !== expected.join()) wrong.push(n);
    }
    expect(wrong).toEqual([]);
  });

  it('leaves out those whose sketch is unlike, one alone as well as in a row', () => {
    const sets = [0, 1, 2, 3].map((n) => Uint32Array.from({ length: 12 }, (_, k) => 1000 * Math.floor(n / 2) + k));
    const sketches = new BitSketches(setsOf(sets));
    const index = new ShingleIndex(8, sketches);
    index.add(7, 1);
    expect([leadersIn(index, 7, 0), leadersIn(index, 7, 2)]).toEqual([[1], []]);
    for (const leader of [2, 3, 0]) index.add(7, leader);
    expect([leadersIn(index, 7, 0), leadersIn(index, 7, 2)]).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });
});
