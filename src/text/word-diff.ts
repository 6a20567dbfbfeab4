import { diffLists } from './diff-lists.js';

/** Consecutive words that are in both texts, or only in one. */
export interface WordRun {
  /** The exact words, with one space between them. */
  readonly words: string;
  readonly same: boolean;
}

/** Compares two texts word by word, exactly as written: the common words and the differences. See `diffLists`. */
export function diffWords(one: string, other: string): { readonly one: WordRun[]; readonly other: WordRun[] } {
  const runs = { one: new Array<WordRun>(), other: new Array<WordRun>() };
  for (const { value, added, removed } of diffLists(wordsOf(one), wordsOf(other))) {
    const run = { words: value.join(' '), same: !added && !removed };
    if (!added) runs.one.push(run);
    if (!removed) runs.other.push(run);
  }
  return runs;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
