import type { QuoteRef } from '../documents/evidence.js';
import type { Post } from '../documents/post.js';
import { outOfRange } from '../stats/array-access.js';
import { foldHashtag } from '../text/hashtags.js';
import { canonicalLinks, canonicalObjects, canonicalTagSequence, canonicalTargets } from './canonical-keys.js';
import type { Dataset } from './dataset.js';

/** Reads posts, given by their numbers, from the dump again: texts are not kept in memory. */
export type RereadPosts = (posts: readonly number[]) => Promise<ReadonlyMap<number, Post>>;

/** The post that contains the quotation; for an item, the first post with it. */
export function exemplarPost({ items }: Dataset, quotable: QuoteRef): number {
  return quotable.of === 'post' ? quotable.post : (items[quotable.of].postsOf.row(quotable.item)[0] ?? outOfRange());
}

/** Shown in quotation marks if a post cannot be read again. */
const UNKNOWN_WORDS = '…';

/** Reads the quoted posts from the dump again; returns a lookup of the quoted texts, unescaped. */
export async function loadQuotes(
  m: Dataset,
  quotables: readonly QuoteRef[],
  again: RereadPosts,
): Promise<(quotable: QuoteRef) => string> {
  const posts = await again([...new Set(quotables.map((each) => exemplarPost(m, each)))]);
  return (quotable) => {
    const post = posts.get(exemplarPost(m, quotable));
    return post ? quoteFrom(m, quotable, post) : UNKNOWN_WORDS;
  };
}

function quoteFrom(m: Dataset, quotable: QuoteRef, post: Post): string {
  switch (quotable.of) {
    case 'post':
    case 'retweet':
    case 'text':
      return post.text;
    case 'link':
      return canonicalLinks(post)[m.items.link.keyIndex[quotable.item] ?? outOfRange()] ?? '';
    case 'object':
      return canonicalObjects(post)[m.items.object.keyIndex[quotable.item] ?? outOfRange()]?.value ?? '';
    case 'target':
      return `@${canonicalTargets(post)[m.items.target.keyIndex[quotable.item] ?? outOfRange()] ?? ''}`;
    case 'tags': {
      // The same tags are left out as in `indexSharedItems`.
      const everywhere = new Set(
        m.hashtags.flatMap(({ tag, posts }) => (posts > m.posts.count / 2 ? [foldHashtag(tag)] : [])),
      );
      return canonicalTagSequence(post.hashtags.filter((tag) => !everywhere.has(tag)));
    }
  }
}
