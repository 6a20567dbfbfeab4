/** Keys for what several accounts can share in posts: two posts share an item if its key is the same string. */

import type { Post, PostObject } from '../documents/post.js';
import { withoutTrailing } from '../text/without-trailing.js';

/** The fewest other tags for a combination to count: two tags often occur together by chance. */
const MIN_TAGS = 3;

/** A shorter retweeted text without a link does not identify a post: it is only a smiley or a dash. */
const MIN_RETWEET_LENGTH = 8;

const MENTION = /[@＠](\w{1,30})/g;
/** If the text before a @ ends like this, the @ is not a mention but part of an address. */
const JOINED = /[\p{L}\p{N}_@＠]$/u;

/**
 * Identifies the retweeted post: its id or, if the dump has none, its text with links but without tags; '' if neither
 * can identify one.
 */
export function canonicalRetweetKey({ kind, retweetedId, text }: Pick<Post, 'kind' | 'retweetedId' | 'text'>): string {
  if (kind !== 'retweet') return '';
  if (retweetedId) return `id ${retweetedId}`;
  const bare = text
    .replace(/^\s*RT\s+(@\w+)\s*:?/u, '$1 ')
    .replaceAll(/[#＃][\p{L}\p{M}\p{N}_]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return bare.length >= MIN_RETWEET_LENGTH ? `text ${bare}` : '';
}

/**
 * The links of a post, without the parts that differ between copies: protocol, www, fragment, campaign parameters, a
 * final slash.
 */
export function canonicalLinks({ kind, links }: Pick<Post, 'kind' | 'links'>): string[] {
  if (kind === 'retweet' || links.length === 0) return [];
  return links.map((link) => {
    const bare = link
      .replace(/^https?:\/\/(?:www\.)?/iu, '')
      .replace(/#.*$/u, '')
      .replaceAll(/(?<=[?&])(?:utm_\w+|fbclid|gclid|igshid|ref_src)=[^&]*(?:&|$)/gu, '');
    return withoutTrailing(bare, '?&').replace(/\/$/u, '');
  });
}

/** The objects of a post. A retweet has none, because they belong to the retweeted account, as with links. */
export function canonicalObjects({
  kind,
  objects,
}: Pick<Post, 'kind'> & { readonly objects?: readonly PostObject[] | undefined }): readonly PostObject[] {
  return kind === 'retweet' || objects === undefined ? NO_OBJECTS : objects;
}

const NO_OBJECTS: readonly PostObject[] = [];

/** The accounts at which a post is directed: the one that it answers, and those that it mentions; in lower case. */
export function canonicalTargets({
  account,
  kind,
  text,
  repliedTo,
  retweetedHandle,
}: Pick<Post, 'account' | 'kind' | 'text' | 'repliedTo' | 'retweetedHandle'>): string[] {
  const named = text.includes('@') || text.includes('＠');
  if (!named && (kind === 'retweet' || !repliedTo)) return [];
  const targets = new Set<string>();
  if (kind !== 'retweet' && repliedTo) targets.add(repliedTo.toLowerCase());
  if (named) {
    for (const { 1: handle, index } of text.matchAll(MENTION)) {
      if (handle !== undefined && !JOINED.test(text.slice(Math.max(0, index - 2), index)))
        targets.add(handle.toLowerCase());
    }
  }
  if (retweetedHandle) targets.delete(retweetedHandle.toLowerCase());
  targets.delete(account.handle.toLowerCase());
  targets.delete(account.id.toLowerCase());
  return [...targets];
}

/**
 * A post's other tags in order, joined to one key; '' if there are too few. The caller leaves out tags that most
 * posts have, because the studied hashtag is never evidence.
 */
export function canonicalTagSequence(tags: readonly string[]): string {
  return tags.length >= MIN_TAGS ? tags.map((tag) => `#${tag}`).join(' ') : '';
}
