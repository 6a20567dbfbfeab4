import { extractHashtags, foldHashtag } from '../text/hashtags.js';
import { parseList } from './values.js';

/** A hashtag at the end of a text that the dump has cut: nobody knows how it went on. */
const CUT_OFF = /[#＃][^\s#＃]*…$/;

/** Tags, and lists of them, that are remembered: more than a conversation repeats. */
const MOST_REMEMBERED = 4096;

/** Reads the hashtags of the rows of one table. */
export class HashtagReader {
  readonly #places: readonly number[];
  readonly #folds = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  /** @param places of the columns that list hashtags */
  constructor(places: readonly number[]) {
    this.#places = places;
  }

  /** Those that its columns list, folded and each once; where they list none, those in its text. */
  read(cells: readonly string[], text: string): readonly string[] {
    const listed = this.listed(cells);
    return listed.length > 0 ? listed : this.inText(text);
  }

  /** Those that its columns list, folded and each once. */
  listed(cells: readonly string[]): readonly string[] {
    let found: readonly string[] = [];
    for (const at of this.#places) {
      const stated = cells[at] ?? '';
      if (stated === '') continue;
      const folded = this.#listed(stated);
      found = found.length === 0 ? folded : [...new Set([...found, ...folded])];
    }
    return found;
  }

  /** Those in a text, folded and each once. */
  inText(text: string): readonly string[] {
    const tags = extractHashtags(text.endsWith('…') ? text.replace(CUT_OFF, '') : text);
    return distinct((tags.length > 0 ? tags : topicsOf(text)).map((tag) => this.#folded(tag)));
  }

  /** The tags that a cell lists: conversations repeat those, too. */
  #listed(stated: string): readonly string[] {
    return remembered(this.#lists, stated, (own) => distinct(parseList(own).map((tag) => this.#folded(tag))));
  }

  #folded(tag: string): string {
    return remembered(this.#folds, tag, foldHashtag);
  }
}

/** Weibo's topics, `#音乐节#`: between two signs, in Chinese, Japanese or Korean. */
const TOPIC = /[#＃]([^#＃\n]{1,60})[#＃]/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function topicsOf(text: string): string[] {
  if (!/[#＃][^#＃]+[#＃]/u.test(text)) return [];
  return [...text.matchAll(TOPIC)].map(([, topic = '']) => topic.trim()).filter((topic) => EAST_ASIAN.test(topic));
}

/**
 * What was made of a string before, or is now. A string out of a table is a part of its text, and would hold all of
 * that: a copy is kept.
 */
function remembered<T>(known: Map<string, T>, text: string, make: (text: string) => T): T {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const own = structuredClone(text);
  const made = make(own);
  known.set(own, made);
  return made;
}

function distinct(tags: readonly string[]): readonly string[] {
  const some = tags.filter((tag) => tag !== '');
  return some.length < 2 ? some : [...new Set(some)];
}
