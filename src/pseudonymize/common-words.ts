import { COMMON_WORDS } from './common-words-list.js';

let words: ReadonlySet<string> | undefined;

/** Whether a word, in its plain form, says nobody's name where a text uses it: `news`, `сегодня`. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(COMMON_WORDS.split(/\s+/u).filter((each) => each !== ''));
  return words.has(word);
}
