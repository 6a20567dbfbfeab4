import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeControls } from '../../src/text/escape-controls.js';

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
