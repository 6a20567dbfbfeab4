import { outOfRange } from '../stats/array-access.js';
import { execAll } from './exec-all.js';
import { linkSpans } from './link-spans.js';

/**
 * Signs that are allowed within a hashtag: the Hebrew geresh, the katakana middle dot, the joiners of Persian and
 * others.
 */
const SIGNS = String.raw`_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7`;
/** Signs for private use that the platform counts as letters. */
const PRIVATE = String.raw`\uf870-\uf87f\uf882\uf884-\uf89f\uf8b8\uf8c1-\uf8d6`;
const LETTER = String.raw`\p{L}\p{M}${PRIVATE}`;
const WORD = String.raw`${LETTER}\p{Nd}${SIGNS}`;

/** At least one letter; `#` before U+FE0F or U+20E3 is a keycap. */
const HASHTAG = new RegExp(String.raw`[#＃](?![\ufe0f\u20e3])([\p{Nd}${SIGNS}]*[${LETTER}][${WORD}]*)`, 'gu');
/**
 * No letter, digit or `&` may stand before it, save that an emoji may end in a variation selector (a mark, by Unicode).
 */
const MAY_STAND_BEFORE = new RegExp(String.raw`(?:^|[\ufe0e\ufe0f]|[^${WORD}&\p{Cs}])$`, 'u');
const RUNS_ON = /^(?:[#＃]|:\/\/)/;
/**
 * What may stand before a hashtag and within a link at once; a full-width `＃` may stand in a domain, after nearly
 * anything.
 */
const IN_LINK = /[!*';:=+,.$/%#[\]\-–~@|?()]#|＃/;

/**
 * The hashtags of a text as written, without `#`, in order, repeated where they repeat. By the platform's own rules
 * (its open library, twitter-text 3.1), with letters, marks and digits of the Unicode version that runs this: the
 * library's own table ends with Unicode 7.
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
    // Where one hashtag ends, no other begins, be its last sign a variation selector that may stand before one.
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

/** For each UTF-16 unit 0 until it is looked at, then 1 where hashtags go on with it, else 2. */
const GOES_ON = new Uint8Array(0x1_0000);
const WORD_UNIT = new RegExp(`^[${WORD}]$`, 'u');

/**
 * Where the letters, digits and signs of a hashtag end that begin at `from`, in the UTF-16 units of a text of this
 * length. Letters beyond U+FFFF end it, too: what follows a `#` is looked at in every text, and this is quick.
 */
export function hashtagWordEnd(units: Uint16Array, from: number, length: number): number {
  for (let at = from; at < length; at++) {
    const unit = units[at] ?? outOfRange();
    if (GOES_ON[unit] === 0) GOES_ON[unit] = WORD_UNIT.test(String.fromCharCode(unit)) ? 1 : 2;
    if (GOES_ON[unit] !== 1) return at;
  }
  return length;
}

/** Of two that overlap, the one that begins first stays. */
function withoutOverlaps<Span extends { from: number; to: number }>(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  }
  return kept;
}

/**
 * The form in which hashtags are compared: without `#`, composed (NFC), in lower case. Letters that differ stay
 * different (`ё` is not `е`, `é` is not `e`); the Turkish İ becomes a plain i, as no locale is known.
 */
export function foldHashtag(tag: string): string {
  const bare = tag.startsWith('#') || tag.startsWith('＃') ? tag.slice(1) : tag;
  return bare.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC');
}
