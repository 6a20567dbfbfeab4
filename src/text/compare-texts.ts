import { diffLists } from './diff-lists.js';
import { normalise } from './normalise.js';

/** How similar two texts are. */
export interface TextLikeness {
  /** Identical apart from white space. */
  readonly identical: boolean;
  /**
   * The number of words that both have in the same order, and the number of words of the longer text. Words are
   * normalized as for duplicates; links, names and hashtags are left out.
   */
  readonly common: number;
  readonly words: number;
}

/** Compares two texts word by word, after normalizing them as for duplicates. */
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
