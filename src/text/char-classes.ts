/** The class of each UTF-16 unit (or surrogate pair) for splitting words, computed once and then looked up. */

import { DIRECTION, foldConfusables, INVISIBLE, UNSPACED_SCRIPTS } from './normalise.js';

/** Not classified yet. */
const UNKNOWN = 0;
/**
 * Characters that only `normalise` can handle: those with another normal form, that change with their neighbours, are
 * invisible, or belong to scripts without spaces.
 */
export const NEEDS_NORMALISING = 1;
export const SPACE = 2;
/** Separates words, and ends a name. */
export const BREAK = 3;
/** Separates words, but is part of names: digits, `_`, `.`. */
export const NAME_PART = 4;
/** A mark without a meaning alone: a variation selector. */
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
 * Characters that change with their neighbours: the letters that form Korean syllables (Unicode 16, 3.12), and `Σ` at
 * the end of a word. So do marks.
 */
const CHANGES = /[\u1100-\u11ff\u03a3]/u;

const BMP = 0x10000;
/** Of the supplementary planes only the first is stored: it contains the emoji. */
const kinds = new Uint8Array(2 * BMP);
const folded = new Uint16Array(BMP);

/** @param point a code point below U+20000 */
export function charClass(point: number): number {
  const known = kinds[point] ?? NEEDS_NORMALISING;
  return known === UNKNOWN ? learn(point) : known;
}

/** The letter by which `normalise` replaces a letter; only for classes from `LETTER` up. */
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
  // Its normal form is three dots, so it is handled like a dot.
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
