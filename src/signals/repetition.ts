import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { MAX_EVIDENCE_POSTS } from './constants.js';
import type { ExplainedFinding } from './signal.js';

/** A text that one account has again and again. */
export interface Repetition {
  /** Its posts with the text, or one that is nearly the same. */
  readonly times: number;
  /** Those of them that are the same to the letter as the one that is shown. */
  readonly same: number;
}

/** How often some posts, copies and near copies of one another, are the same to the letter; shows the text that most of them have, those posts first. */
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

/** `the same text 5 times`, `the same text 5 times, nearly the same 2 times more`, `nearly the same text 3 times`. */
export function repetitionText({ times, same }: Repetition): string {
  if (same === times) return `the same text ${times} times`;
  if (same === 1) return `nearly the same text ${times} times`;
  return `the same text ${same} times, and nearly the same ${times - same} ${times - same === 1 ? 'time' : 'times'} more,`;
}
