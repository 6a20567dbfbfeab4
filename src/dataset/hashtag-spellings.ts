/**
 * Chooses the displayed spelling of each hashtag: posts are compared by folded tags, but readers see the dump's most
 * common spelling.
 */

import { increment, outOfRange } from '../stats/array-access.js';
import { foldHashtag } from '../text/hashtags.js';
import type { TextUnits } from '../text/text-units.js';
import type { CsrRows } from './csr-rows.js';

/** Marks a tag that is not in the text of its post: such a post does not count for the tag's spelling. */
export const NOT_IN_TEXT = '#';

/** Finds how the hashtags of posts are spelled in their texts. */
export class SpellingReader {
  /** Words after a `#` that were read before; most posts repeat a few. */
  readonly #known = new Map<string, { readonly folded: string; readonly spelling: string }>();
  readonly #notInText = new Map<string, string>();
  /** The tags of the last text, each with its first spelling. */
  readonly #inText = new Map<string, string>();

  /** Collects the hashtags of a text, as spelled. */
  readText(text: TextUnits): void {
    this.#inText.clear();
    this.#gather(text, '#');
    this.#gather(text, '＃');
  }

  /** The first spelling of a tag in the last text; if it is not there, the tag itself with a `#` before it. */
  spellingOf(tag: string): string {
    const spelling = this.#inText.get(tag);
    if (spelling !== undefined) return spelling;
    let name = this.#notInText.get(tag);
    if (name === undefined) this.#notInText.set(tag, (name = NOT_IN_TEXT + tag));
    return name;
  }

  #gather(text: TextUnits, sign: string): void {
    const unit = sign.charCodeAt(0);
    for (let k = 0; k < text.signs.length; k++) {
      if (text.units[text.signs[k] ?? outOfRange()] !== unit) continue;
      const word = text.wordBehind(k);
      let known = this.#known.get(word);
      if (!known) this.#known.set(word, (known = { folded: foldHashtag(word), spelling: word.normalize('NFC') }));
      if (!this.#inText.has(known.folded)) this.#inText.set(known.folded, known.spelling);
    }
  }
}

/** The folded tag of a name in `RecordBatch.tagNames`. */
export function foldTagName(name: string): string {
  return name.startsWith(NOT_IN_TEXT) ? name.slice(NOT_IN_TEXT.length) : foldHashtag(name);
}

export interface FoldedTags {
  /** Folded tags; the values of the rows are indexes in this list. */
  readonly names: readonly string[];
  /**
   * The most common spelling of each tag; among equally common ones the first by code points, which is the order of
   * `<` for spellings of one tag.
   */
  readonly spellings: readonly string[];
}

/**
 * Replaces indexes of spellings by indexes of folded tags, in place. The result does not depend on the order of posts
 * and spellings.
 */
export function foldSpellings({ values }: CsrRows, spelled: readonly string[]): FoldedTags {
  const uses = new Uint32Array(spelled.length);
  for (const place of values) increment(uses, place);
  const numbers = new Map<string, number>();
  const spellings: string[] = [];
  const most: number[] = [];
  const numberOf = Uint32Array.from(spelled, (name, place) => {
    const isSpelling = !name.startsWith(NOT_IN_TEXT);
    const folded = foldTagName(name);
    let number = numbers.get(folded);
    if (number === undefined) {
      number = spellings.push(folded) - 1;
      numbers.set(folded, number);
      most.push(0);
    }
    const count = isSpelling ? (uses[place] ?? outOfRange()) : 0;
    const before = most[number] ?? outOfRange();
    if (count > before || (count > 0 && count === before && name < (spellings[number] ?? outOfRange()))) {
      spellings[number] = name;
      most[number] = count;
    }
    return number;
  });
  for (let k = 0; k < values.length; k++) values[k] = numberOf[values[k] ?? outOfRange()] ?? outOfRange();
  return { names: [...numbers.keys()], spellings };
}
