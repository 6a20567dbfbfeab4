import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { extractHashtags, foldHashtag } from '../../src/text/hashtags.js';

const EDGE_CASES = [
  '#РоссияСвоихНеБросает слава',
  '#a#b',
  '#a #b',
  '##a',
  'x#a',
  'é#a',
  '&#a',
  '&amp;#a',
  '#1',
  '#1a',
  '#_',
  '#_a',
  '#a_',
  '#a-b',
  '#a’s',
  '#a://x',
  '#a@b',
  '$a#b',
  '❤️#a',
  '😀#a',
  '#😀a',
  '𝒳#a',
  '#️⃣a',
  '#\u20E3a',
  '#a\u{1F600}',
  '\uD800#a',
  '＃全角タグ',
  'あ＃い',
  '#ハッシュ・タグ',
  '#한국어',
  '#नमस्ते',
  '#عربي٣',
  '#نه_به_جمهوری\u200Cاسلامی',
  '#\u200Cа',
  '#צה״ל',
  '#མ་',
  '#e\u0301te\u0301',
  '#ça_va·bé',
  'a/#b',
  'http://a.com/#b',
  'a.com/#b',
  'a.com/ #b',
  'a.com?x=#b',
  'http://a.com?x=#b',
  '#a.com/#b',
  '@x#b',
  'ыa.com/#b',
  '#ыa.com/#b',
  'https://t.co/abc#d',
  'https://t.co/abc/#d',
  'http://t.co/#d',
  'http://привет.рф/#d',
  'привет.рф/#d',
  'e.g./#d',
  'a.b/#d',
  'http://a.zz/#a',
  'http://a.comA/#a',
  'http://a.com.zz/#b',
  'http://a.comю/#b',
  'http://a.みんなの/#b',
  'http://a.भारतम्/#b',
  'http://xn--a.xn--p1ai/#b',
  'xn--é.comы/#b',
  'http://xn--ы.com/#b',
  'a.museum/#b',
  'a.baz/#b',
  'a.COM/#b',
  '-a.com/#b',
  '/a.com/#b',
  'a_.com/#b',
  'http://a_b.com/#b',
  'http://a_b.c.com/#b',
  'これは。a.com/#b',
  'http://。＃b.com/',
  'http://a.com/こb.com/#c',
  '\uFEFFa.com/#b',
  ' \u200Fa.com/#b',
  `http://${'a'.repeat(63)}.com/#b`,
  `http://${'a'.repeat(64)}.com/#b`,
  `${'春夏秋冬'.repeat(8)}a.com/#b`,
  `${'春夏秋冬'.repeat(12)}a.com/#b`,
  // As they are, the labels before `.com` are too long; by UTS 46, which maps ？ to ? and … to three dots, they are none.
  '今日は天気がとても良いのでみんなで公園に行きましたか？a.com/#b',
  '今日は天気がとても良いのでみんなで公園に行きました…a.com/#b',
  `https://t.co/${'x'.repeat(41)}?#b`,
  `http://a.com/${'x'.repeat(1900)}/#b`,
  `http://a.com/${'x'.repeat(4090)}/#b`,
  '#a\uFE0F#b',
  'a.com/##b',
  'a.com/–(#b)',
  'http://a.com/[#b]((#c))',
  'a.com/a(x)(#b)',
  'http://a.com/(#b)',
  'http://a.com/(x(#b))',
  'http://a.com/ю#b',
  'http://a.com/x!?q=#b',
  'xhttp://a.com/#b',
  'http://a.com:80/#b',
  'http://a.com:x/#b',
];

/** A word of each script that has its own letters, marks, digits or signs. */
const SCRIPTS = [
  'весна',
  'άνοιξη',
  'գարուն',
  'გაზაფხული',
  'אביב',
  'ג׳ירפה',
  'رہار',
  'بهار_۱۴۰۰',
  'می\u200Cروم',
  'ፀደይ',
  'वसंत_२',
  'বসন্ত',
  'ਬਸੰਤ',
  'વસંત',
  'ବସନ୍ତ',
  'வசந்தம்',
  'వసంతం',
  'ವಸಂತ',
  'വസന്തം',
  'ශ්\u200Dරී',
  'ฤดูใบไม้ผลิ',
  'ລະດູ',
  'နွေဦး',
  'និទាឃ',
  'དཔྱིད་ཀ',
  '봄날',
  'ﾊﾙ',
  'ﾊﾞﾙ',
  'はる',
  '春々',
  '春〜夏',
  'すゞ',
  'ｓｐｒｉｎｇ１',
  'frühling',
  'İlkbahar',
  'ılık',
  'primăvară',
  'xuân',
  'col·legi',
  '\u{20BB7}野',
  '\u{16F04}\u{16F51}',
  'a\u{104A0}',
];

/** Texts made of what hashtags and links begin with, end with and hold. Letters are those that the library's table has. */
const PIECE = oneof(
  constantFrom(
    '#',
    '＃',
    ' ',
    '&',
    '_',
    '.',
    '/',
    '://',
    'http://a.com',
    'a.de/',
    't.co/x',
    'https://t.co/x1',
    '?q=',
    '@',
    '$',
    '…',
    '\n',
    '\uFE0F',
    '\u200C',
    '\u200D',
    '\u20E3',
    '·',
    '・',
  ),
  constantFrom(
    '@a',
    '＠a',
    '$TSLA',
    '&amp;',
    '。',
    '、',
    '「',
    '’',
    '"',
    '\u200F',
    '\u202B',
    '\u2066',
    '\u061C',
    '\uFEFF',
    '\u00A0',
    '\u3000',
    '\u0085',
    '😀',
    '👨‍👩‍👧',
    '🇷🇺',
    '春夏秋冬'.repeat(8),
    'これは',
    'عربي',
    'слава',
    '한국',
  ),
  constantFrom(...'abZ09йЁпشیमी์あ漢한éßΣς१๑😀❤𝒳🇷'),
  string({ unit: 'grapheme-ascii', maxLength: 3 }),
);
const TAG = tuple(constantFrom('#', '＃'), constantFrom('a', 'é', 'слава', 'タグ', 'عربي', '1', '_')).map((parts) =>
  parts.join(''),
);
const LABEL = constantFrom(
  'a',
  't',
  'a-b',
  'a_b',
  '-a',
  'a_',
  'привет',
  'これ',
  'é',
  '😀',
  'xn--a',
  'a.b',
  '＃a',
  '春夏秋冬'.repeat(12),
  'a'.repeat(64),
);
const TOP = constantFrom(
  'com',
  'COM',
  'de',
  'co',
  'рф',
  'みんな',
  '中国',
  'コム',
  'भारतम्',
  'xn--p1ai',
  'zz',
  'comA',
  'baz',
  'museum',
  'c',
  'com1',
  'c_m',
);
const IN_LINKS = [
  'abc',
  '#',
  '#a',
  '?q=',
  '?q=#b',
  '(x)',
  '(#b)',
  '(x(#b))',
  '((x)',
  '@u/',
  '!#b',
  './#b',
  'ю',
  'ё#b',
  '日',
  '’s',
  '&x=#y',
  '/',
  '/#',
  '–',
  '|',
  '[#b]',
  '?#',
  '!',
];
const LINK = tuple(
  constantFrom('', '', 'http://', 'https://', 'HTTP://', 'ftp://'),
  array(LABEL, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.')),
  TOP.map((top) => `.${top}`),
  constantFrom('', '', ':80', ':', ':x'),
  constantFrom('', '/', '/'),
  array(constantFrom(...IN_LINKS), { maxLength: 4 }).map((parts) => parts.join('')),
).map((parts) => parts.join(''));

describe('extractHashtags', () => {
  it.each(EDGE_CASES)('agrees with the platform’s library on %j', (text) => {
    expect(extractHashtags(text)).toEqual(twitterText.extractHashtags(text));
  });

  it.each(SCRIPTS)('reads %j as one hashtag, as the platform’s library does', (tag) => {
    expect(extractHashtags(`(＃${tag}, x`)).toEqual([tag]);
    expect(twitterText.extractHashtags(`(＃${tag}, x`)).toEqual([tag]);
  });

  it('agrees with the platform’s library on texts of many scripts', () => {
    assert(
      property(array(PIECE, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(extractHashtags(text)).toEqual(twitterText.extractHashtags(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the platform’s library on texts of many links', () => {
    assert(
      property(array(oneof(LINK, LINK, TAG, PIECE, constantFrom(...IN_LINKS)), { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(extractHashtags(text)).toEqual(twitterText.extractHashtags(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows every sign that may stand in a hashtag by the platform’s library', () => {
    const lastLetter = 0x323af;
    const signs = Array.from({ length: lastLetter + 1 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    for (let from = 0; from < signs.length; from += 5000) {
      const text = signs
        .slice(from, from + 5000)
        .map((sign) => `#a${sign}`)
        .join(' ');
      const here = new Set(extractHashtags(text));
      expect(twitterText.extractHashtags(text).filter((tag) => tag !== 'a' && !here.has(tag))).toEqual([]);
    }
  });

  // The library's list of top-level domains is of 2020, ours of today.
  it.each([
    { since: 'gone', text: 'http://a.an/#b', here: ['b'], there: [] },
    { since: 'reserved, not delegated', text: 'http://a.onion/#b', here: ['b'], there: [] },
    { since: 'young', text: 'http://a.music/#b', here: [], there: ['b'] },
  ])('differs from the platform’s library where a top-level domain is $since', ({ text, here, there }) => {
    expect(extractHashtags(text)).toEqual(here);
    expect(twitterText.extractHashtags(text)).toEqual(there);
  });

  it('gives up on links of thousands of signs sooner than the platform’s library', () => {
    const text = `http://a.com/${'x'.repeat(3000)}/#b`;
    expect(extractHashtags(text)).toEqual(['b']);
    expect(twitterText.extractHashtags(text)).toEqual([]);
  });

  it('knows letters that are younger than the library’s table', () => {
    expect(extractHashtags('#𞤀𞤣𞤤𞤢𞤥')).toEqual(['𞤀𞤣𞤤𞤢𞤥']);
  });
});

describe('foldHashtag', () => {
  it('ignores case, composition and the sign, and nothing else', () => {
    expect(foldHashtag('#РОССИЯСвоихНеБросает')).toBe('россиясвоихнебросает');
    expect(foldHashtag('＃Été')).toBe(foldHashtag('E\u0301te\u0301'));
    expect(foldHashtag('ΣΟΦΟΣ')).toBe(foldHashtag('σοφος'));
    expect(foldHashtag('ISTANBUL')).toBe(foldHashtag('İstanbul'));
    expect(foldHashtag('ёж')).not.toBe(foldHashtag('еж'));
  });

  it('changes nothing when repeated', () => {
    assert(
      property(
        string({ unit: 'grapheme' }).filter((tag) => !/^[#＃]{2}/.test(tag)),
        (tag) => {
          expect(foldHashtag(foldHashtag(tag))).toBe(foldHashtag(tag));
        },
      ),
    );
  });

  it('gives a tag and its lower case the same form', () => {
    assert(
      property(string({ unit: 'grapheme' }), (tag) => {
        expect(foldHashtag(tag.toLowerCase())).toBe(foldHashtag(tag));
      }),
    );
  });
});
