/** A text as names are looked for in it, with the way back to what was written. */

import { decodeEscapes } from './decode-escapes.js';
import { foldCharacter, LATIN_SCRIPT, NEUTRAL, NOT_A_WORD, UNSPACED } from './fold-character.js';

/**
 * A text folded for the comparison of names, with the position of each UTF-16 unit in the original and its division
 * into words.
 */
export class FoldedText {
  readonly original: string;
  readonly text: string;
  /** Where in the original each unit begins and ends. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** The script that each unit is written in; `NOT_A_WORD` where it is part of no word. */
  readonly #scripts: number[] = [];
  /** For each unit that is part of no word where the next word begins. */
  readonly #nextWord: Uint32Array;

  /** @param findNeutral spans of the folded text that, as digits, go with the letters beside them */
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
   * Digits and marks take the script of the letter before them, else of the next one, in the same word; beside a script
   * without spaces they are Latin.
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

  /** Where a word that holds the unit `at` ends. */
  wordEnd(at: number): number {
    let end = at;
    while (this.isWord(end)) end++;
    return end;
  }

  /**
   * Whether a name may begin or end before unit `at`: at a word's end, where the script changes, beside underscores
   * around it.
   */
  isBoundary(at: number): boolean {
    const [before, after] = [this.script(at - 1), this.script(at)];
    if (before !== after || before === NOT_A_WORD || before === UNSPACED) return true;
    const { text } = this;
    if (text[at - 1] === '_' && text[at] !== '_') return this.#isAlone(at - 1, -1);
    return text[at] === '_' && text[at - 1] !== '_' && this.#isAlone(at, 1);
  }

  /** Whether nothing but underscores stands between the unit and the word's end. */
  #isAlone(at: number, step: 1 | -1): boolean {
    let i = at;
    while (this.text[i] === '_') i += step;
    return !this.isWord(i);
  }

  /** Where in the original the units from `from` up to `to` stand. */
  range(from: number, to: number): { readonly from: number; readonly to: number } {
    return { from: this.#from[from] ?? this.original.length, to: this.#to[to - 1] ?? 0 };
  }

  /** The same as written, but for escapes, what does not show, compatibility forms and case. */
  plain(from: number, to: number): string {
    const range = this.range(from, to);
    return plainForm(this.original.slice(range.from, range.to));
  }

  isAscii(at: number): boolean {
    return this.original.charCodeAt(this.#from[at] ?? 0) < 0x80;
  }
}

/** A name as it is compared where look-alikes are told apart. */
export function plainForm(text: string): string {
  let plain = '';
  for (const { point } of decodeEscapes(text))
    if (foldCharacter(point).text !== '') plain += String.fromCodePoint(point);
  return plain.normalize('NFKC').toLowerCase();
}
