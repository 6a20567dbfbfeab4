import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextUnits } from '../../src/text/text-units.js';
import { StringCache } from '../../src/text/utf8.js';

const PIECES = [
  '#',
  '＃',
  '@',
  '＠',
  '//@',
  '://',
  '/',
  ':',
  '：',
  '[',
  '>',
  '&',
  'a',
  'é',
  'Б',
  '日本',
  '한',
  '🙂',
  ' ',
  '\n',
  '_',
  '\u200c',
  '€',
  '￿',
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !/\p{Cs}/u.test(text));

const told = ({ units, length, hasAt, hasLink, hasLineEnd, mayQuote, signs, text }: TextUnits): unknown => [
  Array.from(units.subarray(0, length)),
  hasAt,
  hasLink,
  hasLineEnd,
  mayQuote,
  [...signs],
  text,
];

const words = (units: TextUnits): string[] => units.signs.map((_, sign) => units.wordBehind(sign));

describe('a text by its bytes', () => {
  it('is what it is as a string, wherever its bytes stand', () => {
    const [byBytes, byText] = [new TextUnits(), new TextUnits()];
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const from = Buffer.byteLength(before);
        byBytes.readBytes(Buffer.from(`${before}${text}#more@`), from, from + Buffer.byteLength(text));
        byText.readText(text);
        expect(words(byBytes)).toEqual(words(byText));
        expect(told(byBytes)).toEqual(told(byText));
      }),
      { numRuns: 2000 },
    );
  });

  it('has the units and the signs that the string has', () => {
    const read = new TextUnits();
    fc.assert(
      fc.property(texts, (text) => {
        read.readText(text);
        expect(told(read)).toEqual([
          Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
          /[@＠]/u.test(text),
          text.includes('://'),
          text.includes('\n'),
          /[@＠].{0,63}[:：]|\[.{0,19}[@＠]|(?:^|\n)[\t\v\f\r \u00a0\u3000]*[>&]|\[\//s.test(text),
          Array.from(text.matchAll(/[#＃]/gu), ({ index }) => index),
          text,
        ]);
      }),
    );
  });
});

describe('strings that are kept', () => {
  it('are those that the bytes hold, whatever was asked for before', () => {
    const cache = new StringCache();
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日', '🙂'), maxLength: 20 });
    fc.assert(
      fc.property(fc.array(short, { maxLength: 100 }), (all) => {
        for (const text of all) {
          const bytes = Buffer.from(`<${text}>`);
          expect(cache.read(bytes, 1, bytes.length - 1)).toBe(text);
        }
      }),
    );
  });
});
