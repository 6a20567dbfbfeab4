import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import { postsByItem } from '../dataset/item-posts.js';

const KINDS_WITHOUT_TAGS = EDGE_KINDS.filter((kind) => kind !== 'tags');

/**
 * The posts with something that another of the accounts shares, once each. Only these tie a group: people who watch one
 * show retweet its account, and write twice as much in their own words.
 */
export function sharedPosts(
  m: Dataset,
  accounts: readonly number[],
  kinds: readonly (typeof EDGE_KINDS)[number][] = EDGE_KINDS,
): readonly number[] {
  const found = new Set<number>();
  for (const kind of kinds)
    for (const posts of postsByItem(m, m.items[kind], accounts).values()) {
      const [first] = posts;
      if (first === undefined) continue;
      const by = m.posts.account[first];
      if (posts.some((p) => m.posts.account[p] !== by)) for (const p of posts) found.add(p);
    }
  return [...found];
}

/**
 * Whether more than half of the posts that tie a group have nothing in common with another member's but their tags. A
 * show or a match gives out tags, and whoever follows it uses them at the same hours.
 */
export function shareOnlyTags(m: Dataset, accounts: readonly number[]): boolean {
  const more = new Set(sharedPosts(m, accounts, KINDS_WITHOUT_TAGS));
  const all = sharedPosts(m, accounts);
  return all.filter((p) => !more.has(p)).length > all.length / 2;
}
