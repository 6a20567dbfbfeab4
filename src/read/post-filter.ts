import type { Post } from '../documents/post.js';
import type { Input, SkipReason } from '../documents/result.js';
import type { AnalyzeOptions } from '../options.js';
import { foldHashtag } from '../text/hashtags.js';

export type PostFilterOptions = Pick<AnalyzeOptions, 'hashtag' | 'since' | 'until'>;

/** How many line numbers are kept for each reason. */
const LINES_KEPT = 5;

/** Selects posts by hashtag and time. */
export class PostFilter {
  readonly #tag: string | undefined;
  readonly #since: number;
  readonly #until: number;

  constructor({ hashtag, since = -Infinity, until = Infinity }: PostFilterOptions) {
    this.#tag = hashtag === undefined ? undefined : foldHashtag(hashtag.replace(/^[#＃]/u, ''));
    this.#since = since;
    this.#until = until;
  }

  /** Why a post is not selected; undefined if it is. */
  reasonAgainst(post: Pick<Post, 'time' | 'hashtags'>): SkipReason | undefined {
    if (post.time < this.#since || post.time >= this.#until) return 'outside-span';
    return this.#tag !== undefined && !post.hashtags.includes(this.#tag) ? 'other-hashtag' : undefined;
  }
}

/** Moves posts of an input to the skipped ones, all for the same reason. */
export function addSkipped(input: Input, reason: SkipReason, count: number, lines: readonly number[]): Input {
  return {
    ...input,
    posts: input.posts - count,
    skipped: { ...input.skipped, [reason]: (input.skipped[reason] ?? 0) + count },
    skippedAt: { ...input.skippedAt, [reason]: [...(input.skippedAt[reason] ?? []), ...lines].slice(0, LINES_KEPT) },
  };
}
