import { outOfRange } from '../stats/array-access.js';
import { execAll } from './exec-all.js';
import { linkSpans } from './link-spans.js';

/**
 * Signs that are allowed within a hashtag: the Hebrew geresh, the katakana middle dot, the joiners of Persian and
 * others.
 */
const SIGNS = String.raw`_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7`;
/** Private-use characters that the platform counts as letters. */
const PRIVATE = String.raw`\uf870-\uf87f\uf882\uf884-\uf89f\uf8b8\uf8c1-\uf8d6`;
const LETTER = String.raw`\p{L}\p{M}${PRIVATE}`;
const WORD = String.raw`${LETTER}\p{Nd}${SIGNS}`;

/** At least one letter; `#` before U+FE0F or U+20E3 is a keycap. */
const HASHTAG = new RegExp(String.raw`[#＃](?![\ufe0f\u20e3])([\p{Nd}${SIGNS}]*[${LETTER}][${WORD}]*)`, 'gu');
/**
 * A letter, digit or `&` before the `#` prevents a hashtag. Variation selectors are an exception: emoji may end in
 * one, although it counts as a mark in Unicode.
 */
const MAY_STAND_BEFORE = new RegExp(String.raw`(?:^|[\ufe0e\ufe0f]|[^${WORD}&\p{Cs}])$`, 'u');
const RUNS_ON = /^(?:[#＃]|:\/\/)/;
/**
 * Characters that may come before a hashtag and may also be part of a link; a full-width `＃` may be part of a domain
 * after almost any character.
 */
const IN_LINK = /[!*';:=+,.$/%#[\]\-–~@|?()]#|＃/;

/**
 * The hashtags of a text as written, without `#`, in order, with repetitions. Follows the platform's own rules (its
 * open library, twitter-text 3.1), but with the letters, marks and digits of the current Unicode version: the
 * library's table ends with Unicode 7.
 */
export function extractHashtags(text: string): string[] {
  if (!text.includes('#') && !text.includes('＃')) return [];
  const found: { tag: string; from: number; to: number }[] = [];
  let perhapsInLink = false;
  let end = 0;
  for (const match of execAll(HASHTAG, text)) {
    const from = match.index;
    const to = from + match[0].length;
    const afterSpace = from === 0 || /\s/.test(text.charAt(from - 1));
    // A hashtag cannot begin where another ends, even after a variation selector.
    if (!afterSpace && (from === end || !MAY_STAND_BEFORE.test(text.slice(Math.max(0, from - 2), from)))) continue;
    end = to;
    if (RUNS_ON.test(text.slice(to, to + 3))) continue;
    found.push({ tag: match[1] ?? '', from, to });
    perhapsInLink ||= !afterSpace && IN_LINK.test(text.slice(from - 1, from + 1));
  }
  if (!perhapsInLink || !text.includes('.')) return found.map(({ tag }) => tag);
  return withoutOverlaps([...found, ...linkSpans(text).map((span) => ({ tag: '', ...span }))])
    .map(({ tag }) => tag)
    .filter((tag) => tag !== '');
}

/** For each UTF-16 unit: 0 if not yet classified, 1 if it can be part of a hashtag, 2 if not. */
const GOES_ON = new Uint8Array(0x1_0000);
const WORD_UNIT = new RegExp(`^[${WORD}]$`, 'u');

/**
 * The end of a hashtag whose characters begin at `from`, in a text of this length in UTF-16 units. Letters beyond
 * U+FFFF end it too: this is called for every `#` of every text, and so must be fast.
 */
export function hashtagWordEnd(units: Uint16Array, from: number, length: number): number {
  for (let at = from; at < length; at++) {
    const unit = units[at] ?? outOfRange();
    if (GOES_ON[unit] === 0) GOES_ON[unit] = WORD_UNIT.test(String.fromCharCode(unit)) ? 1 : 2;
    if (GOES_ON[unit] !== 1) return at;
  }
  return length;
}

/** Of two overlapping spans, keeps the one that begins first. */
function withoutOverlaps<Span extends { from: number; to: number }>(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  }
  return kept;
}

/**
 * Normalizes a hashtag for comparison: without `#`, composed (NFC), in lower case. Different letters stay different
 * (`ё` is not `е`, `é` is not `e`); the Turkish İ becomes a plain i, because the locale is unknown.
 */
export function foldHashtag(tag: string): string {
  const bare = tag.startsWith('#') || tag.startsWith('＃') ? tag.slice(1) : tag;
  return bare.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
}
