/** Represents texts as sets of pairs of neighbouring words, by which near-duplicates are found. */

import { outOfRange } from '../stats/array-access.js';
import { sortRange } from '../stats/sort-range.js';

const BETWEEN_WORDS = 0x20;
/** Words are hashed by 32-bit FNV-1a over UTF-16 units; this is the hash of the empty word. */
const NO_WORD = 0x811c_9dc5;

/** A longer post is compared by its first words: even the first thousand words of a letter are unique to it. */
const MOST_WORDS = 1000;

/** Maximum number of pairs of one text. */
export const MAX_SHINGLES = MOST_WORDS - 1;

/**
 * Writes hashes of the pairs of neighbouring words into `pairs` from index `from` on, ascending, each once, at most
 * `MAX_SHINGLES`. Returns the index after the last.
 *
 * @param units the UTF-16 units of the words, separated by single spaces, `length` in total
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
