import { leadersOf } from '../text/near-copies.js';
import { normalise } from '../text/normalise.js';
import type { Kept } from './collector.js';
import type { ItemKind, Items } from './measurements.js';
import { packRows } from './rows.js';

/** Texts of fewer words say nothing: strangers write "good morning all" by the hundred. */
const MIN_WORDS = 4;

/** The wording of a retweet: its words are another's. */
const NONE = 0xffff_ffff;

export interface Wordings {
  /** Number of the wording of each post, the same for copies and for near copies; `NONE` for retweets. */
  readonly of: Uint32Array;
  /** Whether the post hides something: invisible or look-alike characters. */
  readonly disguised: Uint8Array;
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
  const hiding = new Set<string>();
  for (const { text, retweet } of posts) {
    if (retweet || keyOf.has(text)) continue;
    const { words, disguised } = normalise(text);
    if (disguised) hiding.add(text);
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
    of: Uint32Array.from(posts, ({ text, retweet }) => (retweet ? NONE : (numberOf.get(keyOf.get(text) ?? '') ?? NONE))),
    disguised: Uint8Array.from(posts, ({ text, retweet }) => Number(!retweet && hiding.has(text))),
    telling: Uint8Array.from(words, (each) => Number(each.length >= MIN_WORDS)),
    example: keys.map((key) => exampleOf.get(key) ?? ''),
  };
}

/** The items that each kind of sharing knows, as far as at least two accounts bear them. */
export function shareItems(posts: readonly Kept[], account: Uint32Array, accounts: number, wordings: Wordings): Record<ItemKind, Items> {
  const ubiquitous = ubiquitousTags(posts);
  const keysOf: Record<ItemKind, (post: Kept, p: number) => readonly string[]> = {
    retweet: (post) => (post.retweet ? retweetKey(post) : []),
    text: (post, p) => (!post.retweet && wordings.telling[wordings.of[p] ?? NONE] === 1 ? [String(wordings.of[p])] : []),
    link: (post) => (post.retweet ? [] : post.links.map(linkKey)),
    target: (post) => post.targets,
    tags: (post) => (post.retweet ? [] : tagsKey(post, ubiquitous)),
  };
  const exampleOf: Record<ItemKind, (key: string, text: string) => string> = {
    retweet: (_, text) => text,
    text: (_, text) => text,
    link: (key) => key,
    target: (key) => `@${key}`,
    tags: (key) => key,
  };
  const table = (kind: ItemKind): Items => buildItems(posts, account, accounts, keysOf[kind], exampleOf[kind]);
  return { retweet: table('retweet'), text: table('text'), link: table('link'), target: table('target'), tags: table('tags') };
}

/** Fewer other tags in one order say nothing: two fit together by themselves. */
const MIN_TAGS = 3;

/** The post's tags in their order, without those that the whole conversation bears: the studied hashtag is never evidence. */
function tagsKey({ hashtags }: Kept, ubiquitous: ReadonlySet<string>): readonly string[] {
  const others = hashtags.filter((tag) => !ubiquitous.has(tag));
  return others.length >= MIN_TAGS ? [others.map((tag) => `#${tag}`).join(' ')] : [];
}

/** Tags on more than half of the posts: what the dump was collected by. */
function ubiquitousTags(posts: readonly Kept[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { hashtags } of posts) for (const tag of hashtags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Set([...counts].flatMap(([tag, count]) => (count > posts.length / 2 ? [tag] : [])));
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
    .replaceAll(/(?<=[?&])(?:utm_\w+|fbclid|gclid|igshid|ref_src)=[^&]*(?:&|$)/gu, '')
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
