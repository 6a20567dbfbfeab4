import { extractHashtags, foldHashtag } from '../text/hashtags.js';
import { parseList } from './values.js';

/** A hashtag at the end of a truncated text: it may be incomplete. */
const CUT_OFF = /[#＃][^\s#＃]*…$/;

/** The number of tags, and of lists of tags, that are cached: more than a conversation repeats. */
const MOST_REMEMBERED = 4096;

/** Reads the hashtags from the rows of one table. */
export class HashtagReader {
  readonly #places: readonly number[];
  readonly #folds = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  /** @param places the columns that list hashtags */
  constructor(places: readonly number[]) {
    this.#places = places;
  }

  /** The hashtags in the row's columns, folded and without repeats; if there are none, those in its text. */
  read(cells: readonly string[], text: string): readonly string[] {
    const listed = this.listed(cells);
    return listed.length > 0 ? listed : this.inText(text);
  }

  /** The hashtags in the row's columns, folded and without repeats. */
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

  /** The hashtags in a text, folded and without repeats. */
  inText(text: string): readonly string[] {
    const tags = extractHashtags(text.endsWith('…') ? text.replace(CUT_OFF, '') : text);
    return distinct((tags.length > 0 ? tags : topicsOf(text)).map((tag) => this.#folded(tag)));
  }

  /** The tags that a cell lists, cached because conversations repeat whole lists. */
  #listed(stated: string): readonly string[] {
    return remembered(this.#lists, stated, (own) => distinct(parseList(own).map((tag) => this.#folded(tag))));
  }

  #folded(tag: string): string {
    return remembered(this.#folds, tag, foldHashtag);
  }
}

/** Topics of Weibo, `#音乐节#`: between two signs, in Chinese, Japanese or Korean. */
const TOPIC = /[#＃]([^#＃\n]{1,60})[#＃]/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function topicsOf(text: string): string[] {
  if (!/[#＃][^#＃]+[#＃]/u.test(text)) return [];
  return [...text.matchAll(TOPIC)].map(([, topic = '']) => topic.trim()).filter((topic) => EAST_ASIAN.test(topic));
}

/**
 * Returns a cached result, or computes and caches it. A string cut from a table keeps the whole table text in memory,
 * so a copy is stored.
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
