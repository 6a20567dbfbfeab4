import { leadersOf } from '../text/near-copies.js';
import { normalise } from '../text/normalise.js';
import type { Kept } from './collector.js';
import { type ItemKind, type Items, ITEM_KINDS } from './measurements.js';
import { packRows } from './rows.js';

/** Texts of fewer words say nothing: strangers write "good morning all" by the hundred. */
const MIN_WORDS = 4;

export interface Wordings {
  /** Number of the wording of each post: the same for copies, and for near copies. */
  readonly of: Uint32Array;
  /** Whether it has enough words to tell one writer from another. */
  readonly telling: Uint8Array;
  readonly example: readonly string[];
}

/**
 * Numbers the texts so that copies have one number: what they are altered by is taken off, and those that still differ
 * by a word or two join the first of them (in the order of their words, so that the order of rows is nothing).
 */
export function wordingsOf(posts: readonly Kept[]): Wordings {
  const wordsOf = new Map<string, readonly string[]>();
  const exampleOf = new Map<string, string>();
  const keyOf = new Map<string, string>();
  for (const { text } of posts) {
    if (keyOf.has(text)) continue;
    const { words } = normalise(text);
    const key = words.join(' ');
    keyOf.set(text, key);
    wordsOf.set(key, words);
    const example = exampleOf.get(key);
    if (example === undefined || text < example) exampleOf.set(key, text);
  }
  const keys = [...wordsOf.keys()].sort();
  const words = keys.map((key) => wordsOf.get(key) ?? []);
  const leaders = leadersOf(words.map((each) => (each.length >= MIN_WORDS ? each : [])));
  const numberOf = new Map(keys.map((key, i) => [key, leaders[i] ?? i]));
  return {
    of: Uint32Array.from(posts, ({ text }) => numberOf.get(keyOf.get(text) ?? '') ?? 0),
    telling: Uint8Array.from(words, (each) => Number(each.length >= MIN_WORDS)),
    example: keys.map((key) => exampleOf.get(key) ?? ''),
  };
}

/** The items that each kind of sharing knows, as far as at least two accounts bear them. */
export function shareItems(posts: readonly Kept[], account: Uint32Array, accounts: number, wordings: Wordings): Record<ItemKind, Items> {
  const keysOf: Record<ItemKind, (post: Kept, p: number) => readonly string[]> = {
    retweet: (post) => (post.retweet ? retweetKey(post) : []),
    text: (post, p) => (!post.retweet && wordings.telling[wordings.of[p] ?? 0] === 1 ? [String(wordings.of[p])] : []),
    link: (post) => (post.retweet ? [] : post.links.map(linkKey)),
    target: (post) => post.targets,
  };
  const exampleOf: Record<ItemKind, (key: string, text: string) => string> = {
    retweet: (_, text) => text,
    text: (_, text) => text,
    link: (key) => key,
    target: (key) => `@${key}`,
  };
  const table = (kind: ItemKind): Items => buildItems(posts, account, accounts, keysOf[kind], exampleOf[kind]);
  const [retweet, text, link, target] = ITEM_KINDS.map(table);
  if (!retweet || !text || !link || !target) throw new Error('an item kind has no table');
  return { retweet, text, link, target };
}

/** The retweeted post by its id; where the dump does not name it, by its text, links and all, but without the tags. */
function retweetKey(post: Kept): readonly string[] {
  if (post.retweetedId) return [`id ${post.retweetedId}`];
  const text = post.text.replace(/^\s*RT\s+(@\w+)\s*:?/u, '$1 ').replaceAll(/[#＃][\p{L}\p{M}\p{N}_]+/gu, ' ').replaceAll(/\s+/gu, ' ').trim();
  return text.length >= MIN_RETWEET_LENGTH ? [`text ${text}`] : [];
}

/** A retweeted text without a word or a link in it is nobody's: what is left is a smile or a dash. */
const MIN_RETWEET_LENGTH = 8;

/** A link without what sharing adds to it: protocol, www, fragment, campaign parameters, a last slash. */
function linkKey(link: string): string {
  return link
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/#.*$/u, '')
    .replaceAll(/([?&])(?:utm_\w+|fbclid|gclid|ref|s|t)=[^&]*/gu, '$1')
    .replace(/[?&]+$/u, '')
    .replace(/\/$/u, '');
}

function buildItems(
  posts: readonly Kept[],
  account: Uint32Array,
  accounts: number,
  keysOf: (post: Kept, p: number) => readonly string[],
  exampleOf: (key: string, text: string) => string,
): Items {
  const able = new Uint8Array(accounts);
  const byKey = new Map<string, { posts: number[]; accounts: Set<number> }>();
  for (const [p, post] of posts.entries()) {
    const a = account[p] ?? 0;
    for (const key of keysOf(post, p)) {
      able[a] = 1;
      const item = byKey.get(key);
      if (!item) byKey.set(key, { posts: [p], accounts: new Set([a]) });
      else {
        if (item.posts.at(-1) !== p) item.posts.push(p);
        item.accounts.add(a);
      }
    }
  }
  const shared = [...byKey].filter(([, item]) => item.accounts.size > 1);
  const itemsOf: number[][] = Array.from({ length: accounts }, () => []);
  for (const [i, [, item]] of shared.entries()) for (const a of item.accounts) itemsOf[a]?.push(i);
  return {
    count: shared.length,
    postsOf: packRows(shared.map(([, item]) => item.posts)),
    accountsOf: packRows(shared.map(([, item]) => [...item.accounts].sort((a, b) => a - b))),
    itemsOf: packRows(itemsOf),
    able,
    example: shared.map(([key, item]) => exampleOf(key, posts[item.posts[0] ?? 0]?.text ?? '')),
  };
}
