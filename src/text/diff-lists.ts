// A deep import: the whole package consists of 19 files.
import { diffArrays } from 'diff/lib/diff/array.js';

/** Consecutive elements that are in both lists, or only in one. */
export interface DiffRun {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/**
 * Up to this many removed and added elements, the difference is minimal: the cost grows with the square of their
 * number (Myers, 1986). Two posts of 280 letters have fewer words.
 */
const MOST_EDITS = 300;

/**
 * The common words of two lists, in order, and those in only one. Uses the package `diff`, which finds the longest
 * common subsequence. If more than `MOST_EDITS` words differ, words that occur once in both are matched instead; then
 * the result may miss some common words.
 */
export function diffLists(left: readonly string[], right: readonly string[]): DiffRun[] {
  const changes = diffArrays([...left], [...right], { maxEditLength: MOST_EDITS });
  return changes?.map(({ value, added, removed }) => ({ value, added, removed })) ?? diffByAnchors(left, right);
}

/** Runs between pairs of positions at which both lists have the same word, in order. */
function diffByAnchors(left: readonly string[], right: readonly string[]): DiffRun[] {
  const runs: { value: string[]; added: boolean; removed: boolean }[] = [];
  const push = (value: readonly string[], added: boolean, removed: boolean): void => {
    const last = runs.at(-1);
    if (last?.added === added && last.removed === removed) for (const word of value) last.value.push(word);
    else if (value.length > 0) runs.push({ value: [...value], added, removed });
  };
  let [l, r] = [0, 0];
  for (const [nextLeft, nextRight] of [...anchors(left, right), [left.length, right.length] as const]) {
    const start = l;
    while (l < nextLeft && r < nextRight && left[l] === right[r]) [l, r] = [l + 1, r + 1];
    push(left.slice(start, l), false, false);
    let [endLeft, endRight] = [nextLeft, nextRight];
    while (endLeft > l && endRight > r && left[endLeft - 1] === right[endRight - 1])
      [endLeft, endRight] = [endLeft - 1, endRight - 1];
    push(left.slice(l, endLeft), false, true);
    push(right.slice(r, endRight), true, false);
    push(left.slice(endLeft, nextLeft), false, false);
    [l, r] = [nextLeft, nextRight];
  }
  return runs;
}

/** Positions of words that occur exactly once in both lists, as many as are in the same order (patience diff). */
function anchors(left: readonly string[], right: readonly string[]): (readonly [left: number, right: number])[] {
  const places = placesOfSingles(right);
  const pairs = [...placesOfSingles(left)].flatMap(([word, at]) => {
    const other = places.get(word);
    return other === undefined ? [] : [[at, other] as const];
  });
  return longestIncreasing(pairs);
}

/** The position of each word that occurs once, in the order of the list. */
function placesOfSingles(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const several = new Set<string>();
  for (const [at, word] of list.entries()) {
    if (places.has(word)) several.add(word);
    else places.set(word, at);
  }
  for (const word of several) places.delete(word);
  return places;
}

/**
 * The longest subsequence in which the second numbers increase; the first ones always do. Patience sorting, O(n log
 * n).
 */
function longestIncreasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  interface Link {
    readonly pair: readonly [number, number];
    readonly before: Link | undefined;
  }
  const tops: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle]?.pair[1] ?? Infinity) < pair[1]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, before: tops[low - 1] };
  }
  const longest: (readonly [number, number])[] = [];
  for (let link = tops.at(-1); link; link = link.before) longest.push(link.pair);
  return longest.reverse();
}
