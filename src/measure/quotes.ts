import type { Quotable } from '../evidence.js';
import type { Post } from '../post.js';
import { linkKeys, tagsKey, targetKeys } from './keys.js';
import { type Measurements, rowOf } from './measurements.js';

/** Posts by number, read again from where they stand: their texts were not kept. */
export type ReadAgain = (posts: readonly number[]) => Promise<ReadonlyMap<number, Post>>;

/** The post that shows what is to be quoted: of an item the first that bears it. */
export function postQuoted({ items }: Measurements, quotable: Quotable): number {
  return quotable.of === 'post' ? quotable.post : (rowOf(items[quotable.of].postsOf, quotable.item)[0] ?? 0);
}

/** Reads again the posts that show what is to be quoted; what is quoted, as the dump has it. */
export async function readQuotes(m: Measurements, quotables: readonly Quotable[], again: ReadAgain): Promise<(quotable: Quotable) => string> {
  const posts = await again([...new Set(quotables.map((each) => postQuoted(m, each)))]);
  return (quotable) => {
    const post = posts.get(postQuoted(m, quotable));
    return post ? quoteFrom(m, quotable, post) : '';
  };
}

function quoteFrom(m: Measurements, quotable: Quotable, post: Post): string {
  switch (quotable.of) {
    case 'post':
    case 'retweet':
    case 'text':
      return post.text;
    case 'link':
      return linkKeys(post)[m.items.link.place[quotable.item] ?? 0] ?? '';
    case 'target':
      return `@${targetKeys(post)[m.items.target.place[quotable.item] ?? 0] ?? ''}`;
    case 'tags': {
      // As `items.ts` leaves them out.
      const everywhere = new Set(m.hashtags.flatMap(({ tag, posts }) => (posts > m.posts.count / 2 ? [tag] : [])));
      return tagsKey(post.hashtags.filter((tag) => !everywhere.has(tag)));
    }
  }
}
