import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { MAX_EVIDENCE_POSTS } from './constants.js';
import type { ExplainedFinding } from './signal.js';

/** A text that one account posted several times. */
export interface Repetition {
  /** Number of its posts with the text or a near copy of it. */
  readonly times: number;
  /** Number of them that are identical to the text shown. */
  readonly same: number;
}

/**
 * Counts identical texts among posts that are copies or near copies of one another; shows the most frequent text, its
 * posts first.
 */
export function repetitionOf({ posts: { textHash } }: Dataset, posts: readonly number[]): ExplainedFinding<Repetition> {
  const textOf = (p: number): number => textHash[p] ?? outOfRange();
  const counts = new Map<number, number>();
  for (const p of posts) counts.set(textOf(p), (counts.get(textOf(p)) ?? 0) + 1);
  const same = Math.max(0, ...counts.values());
  const shown = posts.find((p) => counts.get(textOf(p)) === same) ?? outOfRange();
  const [first, rest] = [true, false].map((alike) => posts.filter((p) => (textOf(p) === textOf(shown)) === alike));
  return {
    finding: { times: posts.length, same },
    example: { of: 'post', post: shown },
    posts: [...(first ?? []), ...(rest ?? [])].slice(0, MAX_EVIDENCE_POSTS),
  };
}

/**
 * `the same text 5 times`, `the same text 5 times, and nearly the same 2 times more,`, `nearly the same text 3 times`.
 */
export function repetitionText({ times, same }: Repetition): string {
  if (same === times) return `the same text ${times} times`;
  if (same === 1) return `nearly the same text ${times} times`;
  return `the same text ${same} times, and nearly the same ${times - same} ${times - same === 1 ? 'time' : 'times'} more,`;
}
