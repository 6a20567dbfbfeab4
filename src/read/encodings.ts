/** Which encoding bytes are in: what the user names, what a byte order mark says, what the letters suggest. */

import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { TrendAuditError } from '../errors.js';
import { visible } from '../text/visible.js';
import { closest } from './closest.js';

/** What people name most, for "did you mean"; iconv-lite knows many more. */
const NAMES = [
  'utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257',
  'windows-1258', 'windows-874', 'cp1251', 'cp1252', 'cp437', 'cp850', 'cp866', 'koi8-r', 'koi8-u', 'latin1', 'iso-8859-1', 'iso-8859-2', 'iso-8859-5', 'iso-8859-7', 'iso-8859-9', 'iso-8859-15',
  'macroman', 'maccyrillic', 'shift_jis', 'euc-jp', 'gb18030', 'gbk', 'gb2312', 'big5', 'euc-kr', 'cp949',
] as const;

/** Encodings to iconv-lite that write no text. */
const NO_TEXT = /^(?:base64|hex|binary|utf-?7(?:-?imap)?)$/;

/** The name of an encoding as it is used; throws TrendAuditError for one that is not known. */
export function resolveEncoding(name: string): string {
  const plain = name.trim().toLowerCase();
  if (/^utf-?8$/.test(plain)) return 'utf-8';
  if (plain !== '' && !NO_TEXT.test(plain) && iconv.encodingExists(plain)) return plain;
  const near = closest(plain, NAMES);
  throw new TrendAuditError('usage', `--encoding: there is no encoding “${visible(name)}”`, {
    hint: near === undefined ? 'give a name such as utf-8, windows-1251, koi8-r, latin1, shift_jis or gb18030' : `did you mean --encoding ${near}?`,
  });
}

export interface Mark {
  readonly encoding: string;
  /** Bytes of the byte order mark, to be left out. */
  readonly bytes: number;
}

/** The Unicode encoding that a byte order mark tells, or the zeros of UTF-16; `head` is the beginning of the file. */
export function lookForUnicode(head: Uint8Array): Mark | undefined {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bytes: 3 };
  // Before UTF-16LE, whose mark it begins with: a text does not begin with U+0000.
  if (starts(0xff, 0xfe, 0, 0)) return { encoding: 'utf-32le', bytes: 4 };
  if (starts(0, 0, 0xfe, 0xff)) return { encoding: 'utf-32be', bytes: 4 };
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', bytes: 2 };
  if (starts(0xfe, 0xff)) return { encoding: 'utf-16be', bytes: 2 };
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  // A header is mostly ASCII: in UTF-16 every other byte of it is zero, and none of the others.
  if (odd > head.length / 8 && even < odd / 8) return { encoding: 'utf-16le', bytes: 0 };
  if (even > head.length / 8 && odd < even / 8) return { encoding: 'utf-16be', bytes: 0 };
  return undefined;
}

export interface Guess {
  readonly encoding: string;
  /** What it may be where too little speaks for it to be decoded so; '' otherwise. */
  readonly perhaps: string;
}

/** Two bytes a letter: nearly any few stray bytes are valid in one of these. */
const WIDE: ReadonlySet<string> = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5']);
/** What programs that say the one really write. */
const WIDER: Readonly<Record<string, string>> = { 'ISO-8859-1': 'windows-1252', 'ISO-8859-9': 'windows-1254' };
/** Letters of the Latin script. */
const LATIN: ReadonlySet<string> = new Set(['ISO-8859-1', 'ISO-8859-2', 'ISO-8859-9', 'windows-1250', 'windows-1252', 'windows-1254']);
/** Mean length of runs of bytes above ASCII: one byte in French or Polish, whole words in Russian or Greek. */
const OTHER_SCRIPT = 2;
/** Below this share nobody writes Chinese, Japanese or Korean: it is another text with a few stray signs. */
const FEW = 0.02;

/**
 * The encoding of bytes that are not all ASCII and not all UTF-8. UTF-8 all the same where most of the letters are, or
 * where too few bytes tell.
 */
export function guessEncoding(sample: Uint8Array): Guess {
  const { good, bad } = countUtf8(sample);
  if (good >= bad) return { encoding: 'utf-8', perhaps: '' };
  const { count, runs } = countHigh(sample);
  const guesses = analyse(sample);
  const wide = guesses.find(({ name, confidence }) => WIDE.has(name) && confidence >= 50);
  if (wide && wide === guesses[0]) {
    const typography = byTypography(sample);
    if (typography !== undefined) return { encoding: typography, perhaps: '' };
    const encoding = wide.name.toLowerCase();
    return count / sample.length < FEW ? { encoding: 'utf-8', perhaps: encoding } : { encoding, perhaps: '' };
  }
  // Handles, links and column names are Latin: without them the letters of another script tell better.
  const letters = sample.filter((byte) => byte >= 0x80 || byte === 0x20 || byte === 0x0a);
  const [best] = count / runs < OTHER_SCRIPT ? guesses.filter(({ name }) => LATIN.has(name)) : analyse(letters).filter(({ confidence }) => confidence >= 30);
  const name = count / runs >= OTHER_SCRIPT && !best?.name.startsWith('KOI8') && isCyrillic(letters) ? 'windows-1251' : (best?.name ?? guesses.find(({ name: each }) => LATIN.has(each))?.name ?? '');
  const encoding = WIDER[name] ?? name.toLowerCase();
  return { encoding: iconv.encodingExists(encoding) ? encoding : 'windows-1252', perhaps: '' };
}

/** Quotation marks, dashes, the ellipsis and the bullet. */
const TYPOGRAPHY = /[‘’“”…–—•]/gu;
/** Fewer signs may be so by chance: one pair of bytes in a thousand is such a sign. */
const ENOUGH_SIGNS = 5;

/**
 * The encoding with two bytes a letter in which a text has, beside ASCII, hardly anything but such signs: a Korean or Chinese
 * spreadsheet wrote them for an English text. Undefined where there is none.
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
 * Whether letters are windows-1251 though they are no Russian, the one language that chardet knows in it: most are its
 * small letters, and я or і are among them, for whose bytes Hebrew and Greek have no letters.
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

/** Letters of more than one byte that are UTF-8, and bytes that are not. */
function countUtf8(sample: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < sample.length; ) {
    const first = sample[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let whole = length > 0;
    for (let next = 1; whole && next < length; next++) whole = ((sample[at + next] ?? 0) & 0xc0) === 0x80;
    if (whole && length > 1) good++;
    else if (!whole) bad++;
    at += whole ? length : 1;
  }
  return { good, bad };
}
