import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeControls, escapeSteering } from '../../src/text/escape-controls.js';

describe('visible', () => {
  it.each([
    ['a\u001B[31mred', 'a\\u{1B}[31mred'],
    ['line\none\ttab\r', 'line\\none\\ttab\\r'],
    ['\u009B2J', '\\u{9B}2J'],
    ['nul\0', 'nul\\u{00}'],
    ['abc\u202Ecba', 'abc\\u{202E}cba'],
    ['\u2067x\u2069\u200E\u200F\u061C', '\\u{2067}x\\u{2069}\\u{200E}\\u{200F}\\u{61C}'],
    ['zero\u200Bwidth\u2060\uFEFF', 'zero\\u{200B}width\\u{2060}\\u{FEFF}'],
    ['a\u200Db and a\u200Cb', 'a\\u{200D}b and a\\u{200C}b'],
    ['a\uFE0F1\uFE0F', 'a\\u{FE0F}1\\u{FE0F}'],
    ['tag\u{E0041}', 'tag\\u{E0041}'],
    ['\uD83D', '\\u{D83D}'],
    ['soft\u00ADhyphen\u3164', 'soft\\u{AD}hyphen\\u{3164}'],
    ['two\u2028lines', 'two\\u{2028}lines'],
    // A joiner beside what is shown as an escape joins nothing, even of a script that joins.
    ['ی\u200C\u061Cو', 'ی\\u{200C}\\u{61C}و'],
    ['ی\u061C\u200Cو', 'ی\\u{61C}\\u{200C}و'],
    ['\u1820\u200D\u180B', '\u1820\\u{200D}\\u{180B}'],
    [`ب${'\u064B'.repeat(31)}\u200Cب`, `ب${'\u064B'.repeat(30)}…\\u{200C}ب`],
  ])('escapes what is not seen: %j', (text, shown) => {
    expect(escapeControls(text)).toBe(shown);
  });

  it.each([
    'slava_rus_01',
    'Слава Руси',
    'سارة القحطاني',
    'می\u200Cخواهم', // Persian: a non-joiner inside a word
    'क्\u200Dष', // Devanagari: a joiner after a virama
    '👩🏽\u200D🔬 👨\u200D👩\u200D👧 🏳\uFE0F\u200D🌈 ❤\uFE0F 1\uFE0F\u20E3 🇺🇦',
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}', // the flag of Scotland
    'é e\u0301 한국 中文 \u0600١',
  ])('keeps what people write: %s', (text) => {
    expect(escapeControls(text)).toBe(text);
  });

  // Characters beside which a hidden one may belong, hidden ones that are and are not of such a script, and what is cut.
  const neighbours = fc.string({
    unit: fc.constantFrom(
      ...'\u200C \u200D \uFE0F \uFE0E \u061C \u0600 \u070F \u17B4 \u180B \u180E \u202E \u034F \u20E3 \u0301 \u064B \u094D \uD83D \u2028'.split(
        ' ',
      ),
      ...'ی ܐ क ᠠ ក ❤ 👩 🏽 🏴 \u{E0067} \u{E0062} \u{E0073} \u{E007F} \u{E0100} a 1 * … ##[ :: # } \\ \n \r \t'.split(
        ' ',
      ),
      '\u064B'.repeat(29),
      '\u0301'.repeat(31),
    ),
    maxLength: 12,
  });

  it.each([
    ['a line', escapeControls],
    ['a cell', escapeSteering],
  ])('does not change its own output, whatever stands beside what is hidden: %s', (_, escape) => {
    fc.assert(
      fc.property(neighbours, (text) => {
        expect(escape(escape(text))).toBe(escape(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves nothing unseen but joiners, selectors and flag tags, and does not change its own output', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = escapeControls(text);
        expect(shown).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C]/u,
        );
        expect(escapeControls(shown)).toBe(shown);
      }),
    );
  });
});
