/** Texts that were cut into lists of their words: `['the', 'river', '#open']`. */

import { nonEmpty, parseList } from '../values.js';

const LIST = /^\s*(?:\[|\(|c\()\s*(["']).*\1\s*,?\s*[\])]\s*$/s;
/** Fewer items may be hashtags, or sentences. */
const ENOUGH = 3;

/** Whether a cell is a list of words, none of which has a space in it. */
export function isWordList(cell: string): boolean {
  if (!LIST.test(cell)) return false;
  const words = parseList(cell);
  return words.length >= ENOUGH && words.every((word) => !/\s/.test(word));
}

/** The words of a list with spaces between them; a sign is put before its word again. */
export function joinedWords(cell: string): string {
  if (!LIST.test(cell)) return cell;
  return nonEmpty(parseList(cell).join(' ')).replace(/([#@]) (?=[\p{L}\p{N}_])/gu, '$1');
}
