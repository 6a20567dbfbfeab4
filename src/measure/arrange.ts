import { createHash } from 'node:crypto';
import type { Kept } from './collector.js';

interface Arranged {
  readonly posts: readonly Kept[];
  readonly postIds: readonly string[];
  readonly repeated: Map<number, { count: number; lines: number[] }>;
}

/** How many line numbers are kept for each kind of dropped post. */
const LINES_KEPT = 5;

/**
 * Puts posts in their one order (time, account, id, text), drops all but the first of those with the same id, and
 * gives an id to those that have none: from account, time, text and ordinal among equals.
 */
export function arrange(kept: readonly Kept[], numberOf: ReadonlyMap<string, number>): Arranged {
  const ordered = [...kept].sort((a, b) => a.time - b.time || (numberOf.get(a.account) ?? 0) - (numberOf.get(b.account) ?? 0) || byContent(a, b));
  const seen = new Set<string>();
  const repeated = new Map<number, { count: number; lines: number[] }>();
  const posts: Kept[] = [];
  const postIds: string[] = [];
  const equals = new Map<string, number>();
  for (const post of ordered) {
    if (post.id !== undefined && seen.has(post.id)) {
      const dropped = repeated.get(post.input) ?? { count: 0, lines: [] };
      dropped.count++;
      dropped.lines.push(post.line);
      repeated.set(post.input, dropped);
      continue;
    }
    if (post.id !== undefined) seen.add(post.id);
    posts.push(post);
    postIds.push(post.id ?? makeId(post, equals));
  }
  for (const dropped of repeated.values()) dropped.lines = dropped.lines.sort((a, b) => a - b).slice(0, LINES_KEPT);
  return { posts, postIds, repeated };
}

/** Everything counts that a measurement may come from; what is left equal is told apart by its place, which tells nothing. */
function byContent(a: Kept, b: Kept): number {
  return (
    compare(a.id ?? '', b.id ?? '') ||
    compare(a.text, b.text) ||
    Number(a.retweet) - Number(b.retweet) ||
    compare(a.retweetedId ?? '', b.retweetedId ?? '') ||
    compareLists(a.targets, b.targets) ||
    compareLists(a.links, b.links) ||
    compareLists(a.hashtags, b.hashtags) ||
    a.input - b.input ||
    a.line - b.line
  );
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  return compare(a.join('\n'), b.join('\n'));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** 64 bits of SHA-256: among ten million posts the chance that any two meet is about 3 in a million. */
function makeId(post: Kept, equals: Map<string, number>): string {
  const content = JSON.stringify([post.account, post.time, post.text]);
  const ordinal = (equals.get(content) ?? 0) + 1;
  equals.set(content, ordinal);
  return `h${createHash('sha256').update(content).update(String(ordinal)).digest('hex').slice(0, 16)}`;
}
