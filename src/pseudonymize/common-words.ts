import { COMMON_WORDS } from './common-words-list.js';

let words: ReadonlySet<string> | undefined;

/**
 * Whether a word, in its plain form, is an ordinary word and not a name when it occurs in a text: `news`, `сегодня`.
 */
export function isCommonWord(word: string): boolean {
  words ??= new Set(COMMON_WORDS.split(/\s+/u).filter((each) => each !== ''));
  return words.has(word);
}
