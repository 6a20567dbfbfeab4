import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import { postUrl } from '../documents/addresses.js';
import type { AccountPost, MatchingPost } from '../documents/explanation.js';
import type { Platform } from '../documents/result.js';
import type { Match } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { compareTexts } from '../text/compare-texts.js';
import { SECOND } from '../time/units.js';

/** Data for the posts that are shown; only their texts are read again. */
export interface ShownPosts {
  readonly dataset: Dataset;
  readonly platform: Platform | undefined;
  /** By post index. */
  readonly texts: ReadonlyMap<number, string>;
}

/** One post, with its text and its address. */
export function shownPost(p: number, { dataset, platform, texts }: ShownPosts): AccountPost {
  const id = idAt(dataset.posts.id, p);
  return {
    id,
    time: postTime(p, dataset),
    retweet: dataset.posts.retweet[p] === 1,
    text: texts.get(p) ?? null,
    url: postUrl(platform, authorOf(p, dataset), id) ?? null,
  };
}

/**
 * A matching post of another account, compared with the account's own post.
 * @param comparesTexts whether the two posts match by their texts
 */
export function matchingPost({ post, ownPost }: Match, shown: ShownPosts, comparesTexts: boolean): MatchingPost {
  const { dataset, texts } = shown;
  const { id, time, text, url } = shownPost(post, shown);
  const author = authorOf(post, dataset);
  const own = texts.get(ownPost);
  const likeness = comparesTexts && own !== undefined && text !== null ? compareTexts(own, text) : undefined;
  return {
    account: author.id,
    handle: author.handle,
    post: id,
    time,
    ownPost: idAt(dataset.posts.id, ownPost),
    gapSeconds: gapBetween(ownPost, post, dataset) / SECOND,
    text,
    identical: likeness?.identical ?? null,
    similarity: likeness ? Math.round((100 * likeness.common) / Math.max(1, likeness.words)) / 100 : null,
    url,
  };
}

/** Milliseconds from the account's own post to the other. */
export function gapBetween(ownPost: number, post: number, { posts: { time } }: Pick<Dataset, 'posts'>): number {
  return (time[post] ?? outOfRange()) - (time[ownPost] ?? outOfRange());
}

/** The time of the post with this index, in ISO 8601, UTC. */
export function postTime(p: number, { posts }: Dataset): string {
  return new Date(posts.time[p] ?? outOfRange()).toISOString();
}

function authorOf(p: number, { posts, accounts }: Dataset): { readonly id: string; readonly handle: string } {
  const a = posts.account[p] ?? outOfRange();
  return { id: accounts.id[a] ?? outOfRange(), handle: accounts.handle[a] ?? outOfRange() };
}
