import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeChunks, graphemesOf } from '../../src/text/graphemes.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What joins with its neighbours, in pieces: flags, families, keycaps, syllables, marks of one unit and of two. */
const piece = fc.constantFrom(
  'a',
  '🇷',
  '🇺',
  '👩',
  '\u200D',
  '🏽',
  '\uFE0F',
  '1',
  '\u20E3',
  'क',
  '\u094D',
  'ᄀ',
  'ᅡ',
  'ᆨ',
  '\u0301',
  '\u{1D165}',
  '\r',
  '\n',
);

describe('graphemesOf', () => {
  it('gives the signs of the segmenter, wherever a window ends', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 150, maxLength: 500 }), (pieces) => {
        const text = pieces.join('');
        expect([...graphemesOf(text)]).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { numRuns: 50 },
    );
  });

  it('hands the segmenter no more than a short piece, and a sign without end once', () => {
    const lengths = [...graphemeChunks('ж'.repeat(10_000))].map((chunk) => chunk.length);
    expect(Math.max(...lengths)).toBeLessThan(300);
    const marks = `e${'\u0301'.repeat(10_000)}`;
    expect([...graphemeChunks(`${marks}x`)]).toEqual([`${marks}x`]);
  });
});
