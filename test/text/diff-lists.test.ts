import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLists } from '../../src/text/diff-lists.js';

const words = (word: fc.Arbitrary<string>, minLength: number): fc.Arbitrary<string[]> =>
  fc.array(word, { minLength, maxLength: minLength + 60 });
const few = fc.constantFrom('a', 'b', 'c', 'd');
const many = fc.nat(900).map((n) => `w${n}`);

function sides(left: readonly string[], right: readonly string[]): readonly [string[], string[], number] {
  const runs = diffLists(left, right);
  return [
    runs.filter(({ added }) => !added).flatMap(({ value }) => value),
    runs.filter(({ removed }) => !removed).flatMap(({ value }) => value),
    runs.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0),
  ];
}

/** Length of the longest common subsequence, by the table of the textbook. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const word of left) {
    const next = [0];
    for (const [j, other] of right.entries())
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('diffLists', () => {
  it('is exact for what a post of 280 letters can hold', () => {
    fc.assert(
      fc.property(words(few, 0), words(few, 0), (left, right) => {
        expect(sides(left, right)).toEqual([left, right, longestCommon(left, right)]);
      }),
    );
  });

  it('gives both lists again, and never more in common than there is, where they are long and differ', () => {
    fc.assert(
      fc.property(words(many, 400), words(many, 400), (left, right) => {
        const [one, other, common] = sides(left, right);
        expect([one, other]).toEqual([left, right]);
        expect(common).toBeLessThanOrEqual(longestCommon(left, right));
      }),
      { numRuns: 50 },
    );
  });

  it('finds nearly all of a long text in a copy in which every third word is another', () => {
    const left = Array.from({ length: 3_000 }, (_, n) => `w${n}`);
    const right = left.map((word, n) => (n % 3 === 0 ? `x${n}` : word));
    expect(sides(left, right)).toEqual([left, right, 2_000]);
  });
});
