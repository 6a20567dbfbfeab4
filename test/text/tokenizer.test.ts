import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charClass, NEEDS_NORMALISING } from '../../src/text/char-classes.js';
import { normalise } from '../../src/text/normalise.js';
import { TextUnits } from '../../src/text/text-units.js';
import { Tokenizer } from '../../src/text/tokenizer.js';

interface Read {
  readonly words: readonly string[];
  readonly disguised: boolean;
}

const reader = new Tokenizer();
const units = new TextUnits();

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function read(text: string): Read & { readonly count: number } {
  units.readText(text);
  reader.read(units);
  const joined = utf16.decode(reader.units.subarray(0, reader.length));
  return { words: joined === '' ? [] : joined.split(' '), count: reader.words, disguised: reader.disguised };
}

function known(text: string): ReturnType<typeof read> {
  const { words, disguised } = normalise(text);
  return { words, count: words.length, disguised };
}

/** What texts are made of, and what they are disguised with, in parts that meet each other badly. */
const part = fc.constantFrom(
  'Россия',
  'своих',
  'ещё',
  'всё\u0301',
  'e\u0308',
  'Рoссия',
  'vоte',
  'hello',
  'RT',
  'rt',
  'Rt ',
  'RТ',
  '@user',
  '@user_1:',
  'QT @user: ',
  '“@user: ',
  '[Quoted @user] ',
  '//@user：',
  '”',
  '＠some.one',
  '#tag',
  '#Крым_2014',
  '＃весна',
  '#',
  '@',
  '@@',
  '##a',
  '#1️⃣',
  '👨‍👩‍👧',
  '❤️',
  '👍🏽',
  'http://',
  'https://t.co/Ab1',
  'HTTPS://X.y',
  'hhttp://a',
  'http:/',
  'http：//',
  'httpſ://a',
  'www.',
  'www…',
  'WWW.x.ru/страница',
  'awww.b',
  'pic.twitter.com/',
  'Pic.Twitter.com/x',
  'pic.twitter.co',
  'pic…twitter.com/',
  ' ',
  '  ',
  '\n',
  '\t',
  '\u00a0',
  '\u2003',
  '\u3000',
  '\u2028',
  '\u0085',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202e',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
  '\u2060',
  '.',
  '…',
  ',',
  ':',
  '_',
  '-',
  '—',
  '«',
  '»',
  '!',
  '&amp;',
  '0',
  '٣',
  '²',
  '½',
  '№',
  '™',
  'ﬁ',
  'Ａ',
  '！',
  'K',
  'ſ',
  'İ',
  'ı',
  'ΟΔΟΣ',
  'Σ',
  'ß',
  'ẞ',
  'می\u200cخواهم',
  'हिन्दी',
  '我爱',
  '好',
  'さくら',
  'ー',
  'รัก',
  '한글',
  '\u1112\u1161\u11ab',
  '\u1161',
  '\u0301',
  '\ud83d',
  '\udc4d',
  '𝓯',
  '𐐀',
  '𠮷',
  '🇷🇺',
  '\u{E0067}',
  'ё',
  'Ё',
  'ӏ',
  'a',
  'а',
  'h',
  'w',
  'p',
  't',
);
const hostile = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: part }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) }),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('WordingReader', () => {
  it('reads what normalise tells, in texts that were made to confuse it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(text)).toEqual(known(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('reads what normalise tells of each character, alone and between others', () => {
    const differing: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      if (charClass(point) === NEEDS_NORMALISING) continue;
      const character = String.fromCodePoint(point);
      const text = `${character}https://a${character}b c${character}d д${character}д #a${character}b @${character} R${character} ${character}`;
      if (JSON.stringify(read(text)) !== JSON.stringify(known(text))) differing.push(point.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('leaves every character that melts into the one before it to normalise', () => {
    const plain: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      const [, ...after] = String.fromCodePoint(point).normalize('NFD');
      for (const character of after)
        if (charClass(character.codePointAt(0) ?? 0) !== NEEDS_NORMALISING) plain.push(character);
    }
    expect(plain).toEqual([]);
  });

  it('knows the most of what people write by itself', () => {
    const plain = 'Россия своих не бросает — «Крым» наш! Ещё 100% ❤️👍 #тег @имя https://t.co/x… naïve façade';
    expect([...plain].filter((character) => charClass(character.codePointAt(0) ?? 0) === NEEDS_NORMALISING)).toEqual(
      [],
    );
  });

  it('reads long texts after short ones, and short ones after long', () => {
    for (const text of ['да', 'слово '.repeat(50_000), 'нет', '好'.repeat(50_000), 'ещё раз'])
      expect(read(text)).toEqual(known(text));
  });
});
