/** What each UTF-16 unit, or pair of units, is to the words of a text: told once, and then looked up. */

import { DIRECTION, foldConfusables, INVISIBLE, UNSPACED_SCRIPTS } from './normalise.js';

/** Not classified yet. */
const UNKNOWN = 0;
/**
 * What only `normalise` itself can judge: what has another form, changes with its neighbours, hides, or writes without
 * spaces.
 */
export const NEEDS_NORMALISING = 1;
export const SPACE = 2;
/** Parts words, and ends a name. */
export const BREAK = 3;
/** Parts words, and is a part of names: digits, `_`, `.`. */
export const NAME_PART = 4;
/** A mark that means nothing by itself: a variation selector. */
export const VARIATION_SELECTOR = 5;
export const JOINER = 6;
/** `@` and `#`. */
export const SIGIL = 7;
export const LETTER = 8;
export const LATIN = 9;
export const CYRILLIC = 10;

const SIGNS = /^[@＠#＃]$/u;
const JOINERS = /^[\u200c\u200d]$/u;
const SELECTORS = /^[\ufe00-\ufe0f]$/u;
const NAME_PARTS = /^[\p{N}_.]$/u;
const HIDDEN = [DIRECTION, INVISIBLE];
/**
 * What changes with its neighbours: the letters that Korean syllables are put together of (Unicode 16, 3.12), and a `Σ`
 * that ends a word. Marks do so too.
 */
const CHANGES = /[\u1100-\u11ff\u03a3]/u;

const BMP = 0x10000;
/** Of the supplementary planes the first alone is kept: emoji are there. */
const kinds = new Uint8Array(2 * BMP);
const folded = new Uint16Array(BMP);

/** @param point a code point below U+20000 */
export function charClass(point: number): number {
  const known = kinds[point] ?? NEEDS_NORMALISING;
  return known === UNKNOWN ? learn(point) : known;
}

/** The letter, of a kind from `LETTER` up, that `normalise` puts in a letter's place. */
export function foldChar(unit: number): number {
  return folded[unit] ?? unit;
}

function learn(point: number): number {
  const character = String.fromCodePoint(point);
  const kind = tell(character);
  kinds[point] = kind;
  if (kind >= LETTER) folded[point] = foldConfusables(character.toLowerCase()).charCodeAt(0);
  return kind;
}

function tell(character: string): number {
  if (SIGNS.test(character)) return SIGIL;
  if (JOINERS.test(character)) return JOINER;
  if (HIDDEN.some((hidden) => character.search(hidden) >= 0)) return NEEDS_NORMALISING;
  const form = character.normalize('NFKC');
  if (/^\s$/u.test(form)) return SPACE;
  // Its form is three dots: more of what one dot is.
  if (character === '…') return NAME_PART;
  if (form !== character || CHANGES.test(character)) return NEEDS_NORMALISING;
  if (/^\p{L}$/u.test(character)) return letterKind(character, character.toLowerCase());
  if (SELECTORS.test(character)) return VARIATION_SELECTOR;
  if (/^[\p{M}\p{Cs}]$/u.test(character) || character.toLowerCase() !== character) return NEEDS_NORMALISING;
  return NAME_PARTS.test(character) ? NAME_PART : BREAK;
}

function letterKind(letter: string, lower: string): number {
  if (letter.length > 1 || lower.length > 1 || UNSPACED_SCRIPTS.test(lower)) return NEEDS_NORMALISING;
  if (/\p{Script=Latin}/u.test(lower)) return LATIN;
  return /\p{Script=Cyrillic}/u.test(lower) ? CYRILLIC : LETTER;
}
