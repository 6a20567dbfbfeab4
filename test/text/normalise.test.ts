import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.js';

const key = (text: string): string => normalise(text).words.join(' ');
const disguised = (text: string): boolean => normalise(text).disguised;

const SLOGAN = 'Россия своих не бросает';

describe('normalise', () => {
  it.each([
    ['case', 'РОССИЯ Своих НЕ бросает'],
    ['punctuation and white space', '— Россия… своих,\n не\t«бросает»!!!'],
    ['digits', '2014: Россия своих не бросает 100500'],
    ['emoji, their selectors, joiners and skins', '❤️ Россия 1️⃣ своих 👨‍👩‍👧 не 👍🏽 бросает 🇷🇺'],
    ['hashtags', '#РоссияСвоихНеБросает Россия своих не бросает #Крым_2014 ＃весна'],
    ['mentions', '@putin Россия своих ＠someone не бросает'],
    ['links', 'Россия своих не бросает https://t.co/AbC123 www.example.ru/страница pic.twitter.com/xyz'],
    ['the retweet mark', 'RT @user_1: Россия своих не бросает'],
    ['letters with their accents apart', 'Россия своих не бросает'.normalize('NFD')],
  ])('takes off %s', (_, text) => {
    expect(key(text)).toBe(key(SLOGAN));
    expect(disguised(text)).toBe(false);
  });

  it('takes full-width letters, ligatures and styled letters for plain ones', () => {
    expect(normalise('ＦＲＥＥ ﬁsh 𝓯𝓻𝓮𝓮').words).toEqual(['free', 'fish', 'free']);
  });

  it('takes ё, in one or two characters, for е', () => {
    expect(key('Ещё всё её')).toBe(key('Еще все ее'));
    expect(key('Ещё')).toBe(key('Еще'));
  });

  it.each([
    ['a zero-width space', 'Рос\u200bсия своих не бросает'],
    ['a word joiner', 'Россия сво\u2060их не бросает'],
    ['a soft hyphen', 'Россия своих не бро\u00adсает'],
    ['bidi controls', '\u202eРоссия\u202c своих \u2066не\u2069 бросает'],
    ['one Latin letter', 'Рoссия своих не бросает'],
    ['Latin letters all over', 'Poccия cвoиx не бpocaет'],
  ])('sees through %s, and says so', (_, text) => {
    expect(key(text)).toBe(key(SLOGAN));
    expect(disguised(text)).toBe(true);
  });

  it('sees through a Cyrillic letter in a Latin word as well', () => {
    expect(normalise('vоte fоr реаce')).toEqual({ words: ['vote', 'for', 'peace'], disguised: true });
  });

  it.each([
    ['Persian with its non-joiners', 'می\u200cخواهم خانه\u200cها'],
    ['Hindi with its joiners', 'क्\u200dष और'],
    ['families of emoji', 'мы 👨‍👩‍👧‍👦 вместе 🏳️‍🌈'],
    ['both scripts, each in its words', 'мы смотрим Euronews и CNN'],
    ['a hashtag of both scripts', 'слово #КрымIsOurs'],
  ])('does not take %s for a disguise', (_, text) => {
    expect(disguised(text)).toBe(false);
  });

  it('makes one word of a Persian word, with its non-joiner or without', () => {
    expect(key('می\u200cخواهم')).toBe(key('میخواهم'));
  });

  it.each([
    ['Chinese', '我爱北京', ['我爱', '爱北', '北京']],
    ['Japanese', 'さくら サク', ['さく', 'くら', 'サク']],
    ['one character alone', '好 hello', ['好', 'hello']],
  ])('cuts %s into pairs of neighbours', (_, text, words) => {
    expect(normalise(text).words).toEqual(words);
  });

  it('cuts Thai into pairs as well, for it has no spaces', () => {
    expect(normalise('รักประเทศ').words.length).toBeGreaterThan(4);
  });

  it('leaves nothing of what has no words', () => {
    for (const text of ['', '  \n', '❤️❤️', '#tag @name https://t.co/x', '12:30 …'])
      expect(normalise(text).words).toEqual([]);
  });

  it('gives words that are normal already, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { words } = normalise(text);
        expect(words.every((word) => word.length > 0 && !/\s/u.test(word))).toBe(true);
        expect(normalise(text)).toEqual({ words, disguised: disguised(text) });
      }),
      { numRuns: 500 },
    );
  });
});
