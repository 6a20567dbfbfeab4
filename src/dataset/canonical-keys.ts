/** What of a post several accounts can do alike, as strings that are the same where it is the same. */

import type { Post, PostObject } from '../documents/post.js';
import { withoutTrailing } from '../text/without-trailing.js';

/** Fewest other tags for a combination to count: two often go together by themselves. */
const MIN_TAGS = 3;

/** A retweeted text without a word or a link identifies no post: it is only a smiley or a dash. */
const MIN_RETWEET_LENGTH = 8;

const MENTION = /[@＠](\w{1,30})/g;
/** What no mention follows at once: it is an address then. */
const JOINED = /[\p{L}\p{N}_@＠]$/u;

/**
 * Identifies the retweeted post: its id or, where the dump has none, its text with links but without tags; '' if
 * neither can identify one.
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
 * The links of a post, each without what sharing adds to it: protocol, www, fragment, campaign parameters, a last
 * slash.
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

/** The objects of a post. What a retweet shows is another's, as with links. */
export function canonicalObjects({
  kind,
  objects,
}: Pick<Post, 'kind'> & { readonly objects?: readonly PostObject[] | undefined }): readonly PostObject[] {
  return kind === 'retweet' || objects === undefined ? NO_OBJECTS : objects;
}

const NO_OBJECTS: readonly PostObject[] = [];

/** Who a post is directed at: the account that it answers, and those that it mentions; handles folded. */
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
 * A post's tags in order, without those that all posts have (the studied hashtag is never evidence); '' if too few are
 * left.
 */
export function canonicalTagSequence(tags: readonly string[]): string {
  return tags.length >= MIN_TAGS ? tags.map((tag) => `#${tag}`).join(' ') : '';
}
