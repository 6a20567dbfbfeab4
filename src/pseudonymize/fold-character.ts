/** Reduces a character to its form, as people who recognise a name see it, independent of its code. */

import { createRequire } from 'node:module';
import { foldConfusables, UNSPACED_SCRIPTS } from '../text/normalise.js';

/** The script of a character; a word ends where the script changes. */
export const NOT_A_WORD = 0;
/** Digits, `_` and marks belong to the letters next to them. */
export const NEUTRAL = 1;
export const LATIN_SCRIPT = 2;
/** Scripts without spaces between words. */
export const UNSPACED = 3;
const OTHER = 4;

export interface FoldedCharacter {
  /** In lower case; empty for an invisible character. */
  readonly text: string;
  readonly script: number;
}

const WORD = /^[\p{L}\p{M}\p{N}_]$/u;
/**
 * Characters that are invisible alone (zero-width, bidi and control characters), or above, below and through a letter
 * (accents, strokes).
 */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$|^(?!\s)\p{Cc}$/u;
const ACCENT = /\p{Script=Inherited}|[\u{483}-\u{489}]/gu;
const SCRIPTS = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
];
/** White letters in black circles and squares, which Unicode does not decompose: the first of each 26. */
const BLACK_LETTERS = [0x1f150, 0x1f170];

let confusables: Readonly<Record<string, string>> | undefined;
const known = new Map<number, FoldedCharacter>();

/**
 * Treats compatibility forms, case, accents, digits of any script and look-alike letters (Unicode TS 39) as the same.
 */
export function foldCharacter(point: number): FoldedCharacter {
  let folded = known.get(point);
  if (folded === undefined) {
    folded = fold(point);
    known.set(point, folded);
  }
  return folded;
}

function fold(point: number): FoldedCharacter {
  const character = String.fromCodePoint(point);
  if (UNSEEN.test(character)) return { text: '', script: NOT_A_WORD };
  const black = BLACK_LETTERS.find((first) => point >= first && point < first + 26);
  if (black !== undefined) return { text: String.fromCharCode(0x61 + point - black), script: LATIN_SCRIPT };
  const plain = decompose(character);
  const text = /^\p{Nd}$/u.test(character)
    ? String(digitValue(point))
    : decompose(Array.from(plain, lookAlike).join(''));
  return { text, script: WORD.test([...text][0] ?? '') ? scriptOf(plain) : NOT_A_WORD };
}

function decompose(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ACCENT, '');
}

/** ASCII is not changed: in ASCII, `l`, `1` and `I` make different names. */
function lookAlike(character: string): string {
  if (character <= '\u007f') return character;
  const latin = foldConfusables(character);
  if (latin !== character) return latin;
  const other = getConfusables()[character];
  // A letter must stay a letter, and a sign a sign.
  return other !== undefined && Array.from(other).every((each) => WORD.test(each) === WORD.test(character))
    ? other
    : character;
}

/** Loaded when names are first searched: most runs never do that. */
function getConfusables(): Readonly<Record<string, string>> {
  if (confusables !== undefined) return confusables;
  const require = createRequire(import.meta.url);
  const read: Readonly<Record<string, string>> = require('unhomoglyph/data.json');
  confusables = read;
  return read;
}

function scriptOf(text: string): number {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return NEUTRAL;
  if (/\p{Script=Latin}/u.test(letter)) return LATIN_SCRIPT;
  if (UNSPACED_SCRIPTS.test(letter)) return UNSPACED;
  const at = SCRIPTS.findIndex((script) => script.test(letter));
  return OTHER + (at < 0 ? SCRIPTS.length : at);
}

/** The digits of a script are ten consecutive code points. */
function digitValue(point: number): number {
  const compatible = Number(String.fromCodePoint(point).normalize('NFKC'));
  if (!Number.isNaN(compatible)) return compatible;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}
