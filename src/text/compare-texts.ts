import { diffLists } from './diff-lists.js';
import { normalise } from './normalise.js';

/** How much two texts have in common. */
export interface TextLikeness {
  /** The same to the letter, white space aside. */
  readonly identical: boolean;
  /**
   * Words that both have in the same order, of so many of the longer one; folded as copies are compared, links, names
   * and hashtags left out.
   */
  readonly common: number;
  readonly words: number;
}

/** Compares two texts word by word, after folding them as copies are compared. */
export function compareTexts(a: string, b: string): TextLikeness {
  const [x, y] = [normalise(a).words, normalise(b).words];
  const common = diffLists(x, y).reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  );
  return { identical: plain(a) === plain(b), common, words: Math.max(x.length, y.length) };
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
