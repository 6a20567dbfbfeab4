import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, markedText } from '../../../src/report/html/word-diff.js';

const differing = (left: string, right: string): string[][] =>
  diffTexts(left, right).map((pieces) => pieces.flatMap(({ text, differs }) => (differs ? [text.trim()] : [])));

describe('two texts side by side', () => {
  it('are given back to the letter, whatever they are', () => {
    const words = fc.array(fc.constantFrom('мир', 'мир,', 'a', 'b', ' ', '  ', '\n', '<b>', '天', '気', '\u202E'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((each) => each.join('')),
          fc.string(),
        ),
        fc.oneof(
          words.map((each) => each.join('')),
          fc.string(),
        ),
        (a, b) => {
          expect(diffTexts(a, b).map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual([a, b]);
        },
      ),
    );
  });

  it('differ in nothing where they are the same', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(differing(text, text)).toEqual([[], []]);
      }),
    );
  });

  it('have the words marked that the other has not, in any script', () => {
    expect(differing('Верим: живут наши', 'Верим: друзья, там живут наши')).toEqual([[], ['друзья, там']]);
    expect(differing('今日は晴れ', '今日は雨')).toEqual([['晴れ'], ['雨']]);
  });

  it('are marked in markup without the space around', () => {
    const [, right] = diffTexts('a\nb <c>', 'a\nx & b <c>');
    expect(markedText(right).source).toBe('a<br><mark>x &amp;</mark> b &lt;c&gt;');
  });
});
