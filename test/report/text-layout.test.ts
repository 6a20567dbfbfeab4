import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth, joinFacts, wrapParagraph, truncate, wrap } from '../../src/report/text-layout.js';

const wideGrapheme = fc.nat(50).map((signs) => `क${'ा'.repeat(signs)}`);
const text = fc.string({
  unit: fc.oneof({ weight: 9, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) }, wideGrapheme),
  maxLength: 60,
});
const width = fc.integer({ min: 3, max: 40 });

describe('truncate', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['too long', 5, 'too…'],
    ['🇷🇺🇺🇦🇪🇺', 5, '🇷🇺🇺🇦…'], // no flag is cut in two
    ['👩🏽\u200D🔬👩🏽\u200D🔬', 3, '👩🏽\u200D🔬…'],
    ['東京の人', 6, '東京…'],
    ['سارة القحطاني', 7, 'سارة ا…'],
    ['e\u0301tude', 4, 'e\u0301tu…'],
    [`क${'ा'.repeat(100)}`, 5, 'कााा…'], // one grapheme, of 101 cells
  ])('%s to %i cells', (whole, cells, cut) => {
    expect(truncate(whole, cells)).toBe(cut);
  });

  it('never exceeds the width', () => {
    fc.assert(
      fc.property(text, width, (whole, cells) => {
        expect(displayWidth(truncate(whole, cells))).toBeLessThanOrEqual(cells);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces, and within a word only where it is wider than a line', () => {
    expect(wrap('who pushed it together and_who_simply_used it', 10)).toEqual([
      'who pushed',
      'it',
      'together',
      'and_who_si',
      'mply_used',
      'it',
    ]);
  });

  it('ends in an ellipsis where it stops early', () => {
    expect(wrap('one two three four', 9, 2)).toEqual(['one two', 'three…']);
    expect(wrap('one two three four', 7, 1)).toEqual(['one tw…']);
    expect(wrap('one two', 7, 1)).toEqual(['one two']);
  });

  it('lets no line begin with a command to a CI runner, be it within a word', () => {
    expect(wrap('some words ::error::x', 12)).toEqual(['some words', '\\u{3A}:error', '\\u{3A}:x']);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('::', ':', 'a', 'bc ', ' '), { maxLength: 40 }),
        fc.nat(20),
        (pieces, more) => {
          const lines = wrap(pieces.join(''), 10 + more);
          expect(lines.filter((line) => line.startsWith('::') || displayWidth(line) > 10 + more)).toEqual([]);
          expect(lines.join('').replaceAll('\\u{3A}', ':').replaceAll(' ', '')).toBe(
            pieces.join('').replaceAll(' ', ''),
          );
        },
      ),
    );
  });

  it('keeps every word and no line exceeds the width', () => {
    fc.assert(
      fc.property(text, width, (whole, cells) => {
        const lines = wrap(whole, cells);
        expect(lines.every((line) => displayWidth(line) <= cells)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
      { numRuns: 1_000 },
    );
  });
});

it('indents a paragraph', () => {
  expect(wrapParagraph('one two three', 8, { first: '- ', indent: '    ' })).toEqual([
    '- one',
    '    two',
    '    thre',
    '    e',
  ]);
});

it('breaks lines between facts', () => {
  expect(joinFacts(['61 posts', '14 in 10 min', 'group g1'], 24)).toEqual(['61 posts · 14 in 10 min', 'group g1']);
});

it('measures plain letters as string-width does', () => {
  const letters = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x2030 }).map((code) => String.fromCodePoint(code)),
    maxLength: 20,
  });
  fc.assert(
    fc.property(letters, (letter) => {
      expect(displayWidth(letter)).toBe(stringWidth(letter));
    }),
    { numRuns: 2_000 },
  );
});
