import { ownWords } from './quotations.js';

/** A text without everything that differs between copies. */
export interface NormalizedText {
  /** The words in order; in scripts without spaces, pairs of neighbouring characters. */
  readonly words: readonly string[];
  /** True if invisible or look-alike characters were removed: nobody types those by chance. */
  readonly disguised: boolean;
}

/** Marks that keyboards for right-to-left scripts insert automatically: removed, and not evidence of anything. */
export const DIRECTION = /[\u061c\u200e\u200f]/gu;
/** Zero-width and bidi control characters. Joiners are left out: Persian, Hindi and emoji need them. */
export const INVISIBLE = /\u034f|[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const JOINERS = /\u200c|\u200d/gu;
const LINKS = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S*/giu;
const RETWEET = /^\s*rt\s+@\w+\s*:?/iu;
const NAMES = /[@＠#＃](?:[\p{L}\p{M}\p{N}_.]|\u200c|\u200d)+/gu;
/** A mark alone is not a word: emoji contain variation selectors. */
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;
const MIXED = /^(?=.*\p{Script=Latin})(?=.*\p{Script=Cyrillic})/u;
export const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Cyrillic letters that look like a Latin letter, with that letter (Unicode TS 39 confusables, lower case). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  ԝ: 'w',
  х: 'x',
};
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'gu');

/**
 * Reduces a text to what copies have in common. Ignores words quoted from others by hand, compatibility forms, invisible characters, case, ё,
 * look-alike letters, links, mentions, hashtags, the retweet mark, digits, emoji, punctuation and white space.
 */
export function normalise(text: string): NormalizedText {
  let disguised = false;
  const seen = ownWords(text)
    .normalize('NFKC')
    .replace(DIRECTION, '')
    .replace(INVISIBLE, () => {
      disguised = true;
      return '';
    });
  const bare = seen.replace(LINKS, ' ').replace(RETWEET, ' ').replace(NAMES, ' ').replace(JOINERS, '').toLowerCase();
  const words: string[] = [];
  for (const [word] of bare.matchAll(WORDS)) {
    if (MIXED.test(word)) disguised = true;
    if (UNSPACED_SCRIPTS.test(word)) pushPairs(word.replaceAll('ё', 'е'), words);
    else words.push(foldConfusables(word));
  }
  return { words, disguised };
}

/** Gives a lower-case word and all its mixtures of Latin and Cyrillic look-alikes the same spelling. */
export function foldConfusables(word: string): string {
  return word.replaceAll('ё', 'е').replace(LOOK_ALIKE, (char) => LOOK_ALIKES[char] ?? char);
}

function pushPairs(run: string, words: string[]): void {
  const chars = [...run];
  if (chars.length === 1) words.push(run);
  for (let i = 0; i + 1 < chars.length; i++) words.push(`${chars[i] ?? ''}${chars[i + 1] ?? ''}`);
}
