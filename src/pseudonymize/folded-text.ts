/** A text folded for finding names, with a mapping to the original positions. */

import { decodeEscapes } from './decode-escapes.js';
import { foldCharacter, LATIN_SCRIPT, NEUTRAL, NOT_A_WORD, UNSPACED } from './fold-character.js';

/**
 * A text folded for the comparison of names, with the position of each UTF-16 unit in the original and its division
 * into words.
 */
export class FoldedText {
  readonly original: string;
  readonly text: string;
  /** Where each unit begins and ends in the original. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** The script of each unit; `NOT_A_WORD` if it is not part of a word. */
  readonly #scripts: number[] = [];
  /** For each unit, the first unit from there on that is part of a word. */
  readonly #nextWord: Uint32Array;

  /** @param findNeutral finds spans of the folded text that belong to the letters next to them, like digits */
  constructor(original: string, findNeutral?: (text: string) => Iterable<readonly [from: number, to: number]>) {
    this.original = original;
    let text = '';
    for (const { point, from, to } of decodeEscapes(original)) {
      const folded = foldCharacter(point);
      for (let i = 0; i < folded.text.length; i++) {
        this.#from.push(from);
        this.#to.push(to);
        this.#scripts.push(folded.script);
      }
      text += folded.text;
    }
    this.text = text;
    for (const [from, to] of findNeutral?.(text) ?? []) this.#scripts.fill(NEUTRAL, from, to);
    this.#settleNeutral();
    this.#nextWord = new Uint32Array(text.length + 1).fill(text.length);
    for (let i = text.length - 1; i >= 0; i--) this.#nextWord[i] = this.isWord(i) ? i : (this.#nextWord[i + 1] ?? i);
  }

  /**
   * Digits and marks get the script of the letter before them in the same word, else of the next one; next to a
   * script without spaces they count as Latin.
   */
  #settleNeutral(): void {
    const scripts = this.#scripts;
    for (let i = 1; i < scripts.length; i++) {
      const before = scripts[i - 1] ?? NOT_A_WORD;
      if (scripts[i] === NEUTRAL && before !== NOT_A_WORD) scripts[i] = before === UNSPACED ? LATIN_SCRIPT : before;
    }
    for (let i = scripts.length - 1; i >= 0; i--) {
      if (scripts[i] !== NEUTRAL) continue;
      const after = scripts[i + 1] ?? NOT_A_WORD;
      scripts[i] = after === NOT_A_WORD || after === UNSPACED ? LATIN_SCRIPT : after;
    }
  }

  isWord(at: number): boolean {
    return (this.#scripts[at] ?? NOT_A_WORD) !== NOT_A_WORD;
  }

  script(at: number): number {
    return this.#scripts[at] ?? NOT_A_WORD;
  }

  /** The first unit from `at` on that is part of a word. */
  nextWord(at: number): number {
    return this.#nextWord[at] ?? this.text.length;
  }

  /** The end of the word that contains unit `at`. */
  wordEnd(at: number): number {
    let end = at;
    while (this.isWord(end)) end++;
    return end;
  }

  /**
   * Whether a name may begin or end before unit `at`: at the end of a word, at a change of script, or next to
   * underscores around the word.
   */
  isBoundary(at: number): boolean {
    const [before, after] = [this.script(at - 1), this.script(at)];
    if (before !== after || before === NOT_A_WORD || before === UNSPACED) return true;
    const { text } = this;
    if (text[at - 1] === '_' && text[at] !== '_') return this.#isAlone(at - 1, -1);
    return text[at] === '_' && text[at - 1] !== '_' && this.#isAlone(at, 1);
  }

  /** Whether only underscores are between the unit and the end of the word. */
  #isAlone(at: number, step: 1 | -1): boolean {
    let i = at;
    while (this.text[i] === '_') i += step;
    return !this.isWord(i);
  }

  /** The range in the original of the units from `from` up to `to`. */
  range(from: number, to: number): { readonly from: number; readonly to: number } {
    return { from: this.#from[from] ?? this.original.length, to: this.#to[to - 1] ?? 0 };
  }

  /** The same units as written, apart from escapes, invisible characters, compatibility forms and case. */
  plain(from: number, to: number): string {
    const range = this.range(from, to);
    return plainForm(this.original.slice(range.from, range.to));
  }

  isAscii(at: number): boolean {
    return this.original.charCodeAt(this.#from[at] ?? 0) < 0x80;
  }
}

/** The form of a name that still distinguishes look-alikes. */
export function plainForm(text: string): string {
  let plain = '';
  for (const { point } of decodeEscapes(text))
    if (foldCharacter(point).text !== '') plain += String.fromCodePoint(point);
  return plain.normalize('NFKC').toLowerCase();
}
