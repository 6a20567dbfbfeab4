import { diffLists } from './diff-lists.js';

/** Words in a row that two texts have both, or that one of them has alone. */
export interface WordRun {
  /** To the letter, one space between words. */
  readonly words: string;
  readonly same: boolean;
}

/** Two texts word by word, each to the letter: what both have, and what differs. As `diffLists` has it. */
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
