/** Guesses the encoding of bytes from the frequency of their letters. */

import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export interface Guess {
  readonly encoding: string;
  /** The possible encoding if there is too little evidence to use it; '' otherwise. */
  readonly alternative: string;
}

/** Encodings with two bytes per letter: almost any few stray bytes are valid in one of these. */
const WIDE: ReadonlySet<string> = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5']);
/** The encodings that programs really write when they declare the keys. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-9': 'windows-1254',
  'ISO-8859-8': 'windows-1255',
};
/** Encodings of the Latin script. */
const LATIN: ReadonlySet<string> = new Set([
  'ISO-8859-1',
  'ISO-8859-2',
  'ISO-8859-9',
  'windows-1250',
  'windows-1252',
  'windows-1254',
]);
/**
 * The mean length of runs of non-ASCII bytes: about 1 in French or Polish, whole words in Russian or Greek. From this
 * length on, the script is not Latin.
 */
const OTHER_SCRIPT = 2;
/**
 * A text with a smaller share of such bytes is not Chinese, Japanese or Korean, but another text with some stray
 * characters.
 */
const FEW = 0.02;

/**
 * The encoding of bytes that are not all ASCII and not all UTF-8. It is still UTF-8 if most non-ASCII characters are,
 * or if there is too little evidence.
 */
export function guessEncoding(sample: Uint8Array): Guess {
  const { good, bad } = countUtf8(sample);
  if (good >= bad) return { encoding: 'utf-8', alternative: '' };
  const { count, runs } = countHigh(sample);
  const guesses = analyse(sample);
  const wide = guesses.find(({ name, confidence }) => WIDE.has(name) && confidence >= 50);
  if (wide && wide === guesses[0]) {
    const typography = byTypography(sample);
    if (typography !== undefined) return { encoding: typography, alternative: '' };
    const encoding = isChinese(wide.name, sample) ? 'gb18030' : wide.name.toLowerCase();
    return count / sample.length < FEW ? { encoding: 'utf-8', alternative: encoding } : { encoding, alternative: '' };
  }
  // Handles, links and column names are Latin: without them the letters of another script are recognised better.
  const letters = sample.filter((byte) => byte >= 0x80 || byte === 0x20 || byte === 0x0a);
  const [best] =
    count / runs < OTHER_SCRIPT
      ? guesses.filter(({ name }) => LATIN.has(name))
      : analyse(letters).filter(({ confidence }) => confidence >= 30);
  if (count / runs < OTHER_SCRIPT && isTurkish(letters)) return { encoding: 'windows-1254', alternative: '' };
  const byLetters = best === undefined || best.confidence < SURE ? byFrequentLetters(letters, count / runs) : undefined;
  if (byLetters !== undefined) return { encoding: byLetters, alternative: '' };
  const name =
    count / runs >= OTHER_SCRIPT && !best?.name.startsWith('KOI8') && isCyrillic(letters)
      ? 'windows-1251'
      : (best?.name ?? guesses.find(({ name: each }) => LATIN.has(each))?.name ?? '');
  const encoding = WIDER[name] ?? name.toLowerCase();
  return { encoding: iconv.encodingExists(encoding) ? encoding : 'windows-1252', alternative: '' };
}

/** Below this confidence chardet has seen too little text, such as a few lines. */
const SURE = 30;

/** The most frequent letters of languages in other scripts: about three of five letters in any text. */
const FREQUENT: Readonly<Record<string, RegExp>> = {
  'windows-1251': /[оеаинтсрв]/gi,
  'koi8-r': /[оеаинтсрв]/gi,
  'windows-1253': /[αοιετσνηυρά]/gi,
  'windows-1255': /[יולאהמרתבש]/g,
  'windows-1256': /[اليمونرتب]/g,
  'windows-874': /[านรกอเงยลม่้ิี]/g,
};
/** The minimum share of these letters in a text that is decoded correctly. */
const FREQUENT_SHARE = 0.5;

/** Turkish letters whose bytes are other letters in Western Europe, and all non-ASCII letters of Turkish. */
const TURKISH_ONLY = new Set([0xf0, 0xfd, 0xfe, 0xdd, 0xde, 0xd0]);
const TURKISH = new Set([...TURKISH_ONLY, 0xe7, 0xf6, 0xfc, 0xc7, 0xd6, 0xdc, 0xe2, 0xee, 0xfb]);

/** About two in five non-ASCII letters are only in Turkish; a smaller share than this suggests another language. */
const TURKISH_SHARE = 0.1;

/** Whether the letters are Turkish and not another Western language: Icelandic has these bytes too, but with others. */
function isTurkish(letters: Uint8Array): boolean {
  const high = letters.filter((byte) => byte >= 0xc0);
  return (
    high.length > 0 &&
    high.every((byte) => TURKISH.has(byte)) &&
    high.filter((byte) => TURKISH_ONLY.has(byte)).length >= TURKISH_SHARE * high.length
  );
}

/** The encoding of a short text from its letters; undefined if they are not conclusive. */
function byFrequentLetters(letters: Uint8Array, runLength: number): string | undefined {
  const high = letters.filter((byte) => byte >= 0xc0);
  if (high.length === 0) return undefined;
  if (runLength < OTHER_SCRIPT) return undefined;
  const shares = Object.entries(FREQUENT).map(([encoding, frequent]) => {
    const text = iconv.decode(Buffer.from(high), encoding);
    const known = text.match(/\p{L}|\p{M}/gu)?.length ?? 0;
    return { encoding, share: known < high.length * 0.9 ? 0 : (text.match(frequent)?.length ?? 0) / high.length };
  });
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= FREQUENT_SHARE ? best.encoding : undefined;
}

/** Whether a supposed Korean text is Chinese: modern Korean has hardly any Chinese characters. */
function isChinese(name: string, sample: Uint8Array): boolean {
  if (name !== 'EUC-KR') return false;
  const text = iconv.decode(Buffer.from(sample), 'cp949');
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0.1 * (han + hangul);
}

/** Quotation marks, dashes, the ellipsis and the bullet. */
const TYPOGRAPHY = /[‘’“”…–—•]/gu;
/** Fewer may be chance: one pair of bytes in a thousand is such a character. */
const ENOUGH_SIGNS = 5;

/**
 * The two-byte encoding in which the non-ASCII characters of a text are almost all typographic: a Korean or Chinese
 * spreadsheet wrote them in an English text. Undefined if there is none.
 */
function byTypography(sample: Uint8Array): string | undefined {
  const shares = ['cp949', 'gb18030', 'shift_jis', 'big5', 'euc-jp'].map((encoding) => {
    const letters = iconv.decode(Buffer.from(sample), encoding).replace(/[\0-\x7f]/g, '');
    const signs = letters.match(TYPOGRAPHY)?.length ?? 0;
    return { encoding, signs, share: signs / letters.length };
  });
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.signs >= ENOUGH_SIGNS && best.share > 0.8 ? best.encoding : undefined;
}

/**
 * Whether letters are windows-1251 although not Russian, the only language that chardet knows in it: most are
 * Cyrillic small letters, and я or і, whose bytes are not letters in Hebrew or Greek, are among them.
 */
function isCyrillic(letters: Uint8Array): boolean {
  let high = 0;
  let small = 0;
  let telling = 0;
  for (const byte of letters) {
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xe0 || byte === 0xb3 || byte === 0xba || byte === 0xbf) small++;
    if (byte === 0xff || byte === 0xb3) telling++;
  }
  return small > high * 0.7 && telling > high * 0.01;
}

function countHigh(sample: Uint8Array): { count: number; runs: number } {
  let count = 0;
  let runs = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    count++;
    if (at === 0 || (sample[at - 1] ?? 0) < 0x80) runs++;
  }
  return { count, runs };
}

/** The number of multi-byte characters that are valid UTF-8, and of bytes that are not. */
function countUtf8(sample: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < sample.length;) {
    const first = sample[at] ?? 0;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    let whole = length > 0;
    for (let next = 1; whole && next < length; next++) whole = ((sample[at + next] ?? 0) & 0xc0) === 0x80;
    if (whole && length > 1) good++;
    else if (!whole) bad++;
    at += whole ? length : 1;
  }
  return { good, bad };
}
