/** What one character is to somebody who recognises a name: its form, not its code. */

import { createRequire } from 'node:module';
import { foldConfusables, UNSPACED_SCRIPTS } from '../text/normalise.js';

/** To which script a letter belongs, as far as words end where the script changes. */
export const NOT_A_WORD = 0;
/** Digits, `_` and marks go with the letters beside them. */
export const NEUTRAL = 1;
export const LATIN_SCRIPT = 2;
/** Words are written without spaces between them. */
export const UNSPACED = 3;
const OTHER = 4;

export interface FoldedCharacter {
  /** In lower case; empty for what does not show. */
  readonly text: string;
  readonly script: number;
}

const WORD = /^[\p{L}\p{M}\p{N}_]$/u;
/**
 * What does not show, alone or above, below and through a letter: zero-width, bidi and control characters, accents,
 * strokes.
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
/** White letters in black circles and squares, which Unicode does not decompose: the first of 26 each. */
const BLACK_LETTERS = [0x1f150, 0x1f170];

let confusables: Readonly<Record<string, string>> | undefined;
const known = new Map<number, FoldedCharacter>();

/** Compatibility forms, case, accents, digits of any script, and letters that look alike (Unicode TS 39) are one. */
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

/** ASCII stays as it is: `l`, `1` and `I` are different names there. */
function lookAlike(character: string): string {
  if (character <= '\u007f') return character;
  const latin = foldConfusables(character);
  if (latin !== character) return latin;
  const other = getConfusables()[character];
  // A letter stays a letter, a sign a sign.
  return other !== undefined && Array.from(other).every((each) => WORD.test(each) === WORD.test(character))
    ? other
    : character;
}

/** Read when a name is first looked for: most runs never do. */
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

/** Digits of a script stand in a row of ten. */
function digitValue(point: number): number {
  const compatible = Number(String.fromCodePoint(point).normalize('NFKC'));
  if (!Number.isNaN(compatible)) return compatible;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}
