/** Names as people hide them, and how a reader sees through it: written apart from the code that is tested. */

import { type Arbitrary, constantFrom, tuple } from 'fast-check';

/** Latin letters and what looks like them: Cyrillic, Greek, full-width, mathematical, circled. */
const LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  a: ['а', 'ａ', '𝐚', 'ⓐ', 'á', 'ɑ'],
  b: ['ｂ', '𝐛', 'ⓑ'],
  c: ['с', 'ｃ', '𝐜', 'ç'],
  d: ['ԁ', 'ｄ', '𝐝'],
  e: ['е', 'ｅ', '𝐞', 'é', 'ё'],
  i: ['і', 'ｉ', '𝐢', 'ⓘ'],
  k: ['к', 'ｋ', '𝐤'],
  l: ['ӏ', 'ｌ', '𝐥'],
  n: ['ｎ', '𝐧', 'ñ'],
  o: ['о', 'ｏ', '𝐨', 'ö', 'ο'],
  p: ['р', 'ｐ', '𝐩'],
  r: ['ｒ', '𝐫'],
  s: ['ѕ', 'ｓ', '𝐬'],
  t: ['т', 'ｔ', '𝐭'],
  u: ['ｕ', 'ü'],
  v: ['ѵ', 'ｖ', '𝐯'],
  x: ['х', 'ｘ'],
  y: ['у', 'ｙ'],
  '1': ['１', '𝟏'],
  '7': ['７', '𝟕', '٧'],
};
const LATIN = new Map(Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => others.map((other) => [other, latin])));

const percent = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');

/** The ways in which one letter can be written. */
function waysOf(letter: string): readonly string[] {
  const seen = [letter, letter.toUpperCase(), ...(LOOK_ALIKES[letter] ?? [])];
  return [
    ...seen,
    ...seen.map(percent),
    percent(letter).replaceAll('%', '%25'),
    percent(letter).replaceAll('%', '%2525'),
    `&#${letter.codePointAt(0)};`,
    `&#x${letter.codePointAt(0)?.toString(16)};`,
    `${letter}\u200b`,
    `\u202e${letter}`,
    `${letter}\u00ad`,
    `${letter}\ufeff`,
    `${letter}\u0336`,
  ];
}

/** A name, each letter in one of its ways. */
export function disguised(name: string): Arbitrary<string> {
  return tuple(...Array.from(name, (letter) => constantFrom(...waysOf(letter)))).map((letters) => letters.join(''));
}

/** A text as its reader takes it. */
export function seenThrough(text: string): string {
  let decoded = text;
  for (let before = ''; before !== decoded;) {
    before = decoded;
    decoded = decoded
      .replaceAll(/(?:%[\da-f]{2})+/giu, (bytes) => {
        try {
          return decodeURIComponent(bytes);
        } catch {
          return bytes;
        }
      })
      .replaceAll(/&#x([\da-f]{1,6});/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code)));
  }
  return Array.from(
    decoded.replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u0336/gu, ''),
    (letter) => (LATIN.get(letter.toLowerCase()) ?? letter).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(),
  ).join('');
}

/** Whether a name stands in a text as whole words, whatever stands between them. */
export function isSeenIn(name: string, text: string): boolean {
  return isSeenInSeen(name, seenThrough(text));
}

/** The same of a text that was seen through. */
export function isSeenInSeen(name: string, seen: string): boolean {
  const words = seenThrough(name).match(/[\p{L}\p{N}_]+/gu) ?? [];
  const first = words[0] ?? '';
  for (let at = seen.indexOf(first); at >= 0; at = seen.indexOf(first, at + 1)) {
    if (/[a-z\d_]/u.test(seen.charAt(at - 1))) continue;
    let rest: string | undefined = seen.slice(at, at + 10 * name.length + 50);
    for (const [i, word] of words.entries()) {
      if (i > 0) rest = rest?.replace(/^[^\p{L}\p{N}_]+/u, '');
      rest = rest?.startsWith(word) ? rest.slice(word.length) : undefined;
    }
    if (rest !== undefined && !/^[a-z\d_]/u.test(rest)) return true;
  }
  return false;
}
