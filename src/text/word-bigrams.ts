/** Texts as sets of their pairs of neighbouring words, by which near copies are known. */

import { outOfRange } from '../stats/array-access.js';
import { sortRange } from '../stats/sort-range.js';

const BETWEEN_WORDS = 0x20;
/** Words are hashed by FNV-1a over UTF-16 units, 32 bits: this is the hash of none. */
const NO_WORD = 0x811c_9dc5;

/** A post of more words is compared by its first ones: a long letter's first thousand words are its own. */
const MOST_WORDS = 1000;

/** Room that the pairs of one text take at most. */
export const MAX_SHINGLES = MOST_WORDS - 1;

/**
 * Writes hashes of the pairs of neighbouring words into `pairs` from place `from` on, ascending, each once; returns the
 * place behind the last. At most `MAX_SHINGLES`.
 *
 * @param units the words' UTF-16 units, with a space between each two, `length` of them
 */
export function hashWordBigrams(units: Uint16Array, length: number, pairs: Uint32Array, from: number): number {
  let end = from;
  let before = 0;
  let word = NO_WORD;
  for (let at = 0, words = 0; at <= length && words < MOST_WORDS; at++) {
    const unit = at < length ? (units[at] ?? outOfRange()) : BETWEEN_WORDS;
    if (unit !== BETWEEN_WORDS) word = Math.imul(word ^ unit, 0x0100_0193);
    else {
      if (words++ > 0) pairs[end++] = mix(before, word);
      before = word;
      word = NO_WORD;
    }
  }
  sortRange(pairs, from, end);
  let last = from;
  for (let k = from + 1; k < end; k++) if (pairs[k] !== pairs[last]) pairs[++last] = pairs[k] ?? outOfRange();
  return Math.min(end, last + 1);
}

/** A 32-bit hash of two numbers (the finaliser of MurmurHash3). */
function mix(a: number, b: number): number {
  let h = a ^ Math.imul(b, 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
