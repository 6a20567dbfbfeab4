import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../src/text/compare-texts.js';

const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'), { maxLength: 12 });

/** The longest common subsequence, by its definition. */
function longestCommon(x: readonly string[], y: readonly string[]): number {
  const [first, ...rest] = x;
  if (first === undefined || y.length === 0) return 0;
  const at = y.indexOf(first);
  const without = longestCommon(rest, y);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, y.slice(at + 1)));
}

describe('compareTexts', () => {
  it('tells the same to the letter from the same words, and from nearly the same', () => {
    const text = 'We stand with you today, #topic https://example.org/1';
    expect(compareTexts(text, `  ${text}\n`)).toEqual({ identical: true, common: 5, words: 5 });
    expect(compareTexts(text, 'we stand with you TODAY!')).toEqual({ identical: false, common: 5, words: 5 });
    expect(compareTexts(text, 'We all stand with him today')).toEqual({ identical: false, common: 4, words: 6 });
    expect(compareTexts('', '')).toEqual({ identical: true, common: 0, words: 0 });
  });

  it('counts the longest series of words that both have', () => {
    fc.assert(
      fc.property(words, words, (x, y) => {
        const { common, words: most } = compareTexts(x.join(' '), y.join(' '));
        expect(common).toBe(longestCommon(x, y));
        expect(most).toBe(Math.max(x.length, y.length));
      }),
    );
  });
});
