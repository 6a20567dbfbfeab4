/** Finding names in texts: word by word, whatever stands between the words. */

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly words: readonly string[];
  readonly pseudonym: string;
}

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Case is nothing. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export class NameIndex {
  readonly #byFirst = new Map<string, Entry[]>();

  add(name: string, pseudonym: string): void {
    const words = wordsOf(name).map(({ text }) => fold(text));
    const [first] = words;
    if (first === undefined) return;
    const same = this.#byFirst.get(first);
    if (same) same.push({ words, pseudonym });
    else this.#byFirst.set(first, [{ words, pseudonym }]);
  }

  /** The longest name that begins with word `at`; of several as long the one added first. */
  match(words: readonly Word[], at: number): { readonly pseudonym: string; readonly words: number } | undefined {
    const entries = this.#byFirst.get(fold(words[at]?.text ?? '')) ?? [];
    let best: Entry | undefined;
    for (const entry of entries) {
      if (entry.words.length <= (best?.words.length ?? 0)) continue;
      if (entry.words.every((word, i) => word === fold(words[at + i]?.text ?? ''))) best = entry;
    }
    return best && { pseudonym: best.pseudonym, words: best.words.length };
  }
}
