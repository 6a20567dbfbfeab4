import type { Post } from '../post.js';
import type { Input, SkipReason } from '../result.js';
import { foldHashtag } from '../text/hashtags.js';

export interface Selection {
  readonly hashtag?: string;
  /** Milliseconds; the first is in the span, the second no more. */
  readonly since?: number;
  readonly until?: number;
}

/** How many line numbers are kept for each reason. */
const LINES_KEPT = 5;

/** Keeps the posts that were asked for, and counts the others by reason. */
export class Selector {
  readonly #tag: string | undefined;
  readonly #since: number;
  readonly #until: number;
  readonly #left = new Map<SkipReason, { count: number; lines: number[] }>();

  constructor({ hashtag, since = -Infinity, until = Infinity }: Selection) {
    this.#tag = hashtag === undefined ? undefined : foldHashtag(hashtag.replace(/^[#＃]/u, ''));
    this.#since = since;
    this.#until = until;
  }

  keeps(post: Post): boolean {
    if (post.time < this.#since || post.time >= this.#until) return this.#leave('outside-span', post);
    if (this.#tag !== undefined && !post.hashtags.includes(this.#tag)) return this.#leave('other-hashtag', post);
    return true;
  }

  /** The account of an input, with what was left out added to what was skipped. */
  account(input: Input): Input {
    return [...this.#left].reduce((sum, [reason, { count, lines }]) => skipMore(sum, reason, count, lines), input);
  }

  #leave(reason: SkipReason, post: Post): false {
    const left = this.#left.get(reason) ?? { count: 0, lines: [] };
    left.count++;
    if (left.lines.length < LINES_KEPT) left.lines.push(post.line);
    this.#left.set(reason, left);
    return false;
  }
}

/** Moves posts of an input to those skipped for one reason. */
export function skipMore(input: Input, reason: SkipReason, count: number, lines: readonly number[]): Input {
  return {
    ...input,
    posts: input.posts - count,
    skipped: { ...input.skipped, [reason]: (input.skipped[reason] ?? 0) + count },
    skippedAt: { ...input.skippedAt, [reason]: [...(input.skippedAt[reason] ?? []), ...lines].slice(0, LINES_KEPT) },
  };
}
