import { outOfRange } from './array-access.js';

/**
 * The densest window: where most of the ascending numbers are less than `width` above the first of them; the first if
 * there are several; of size 0 if there are no numbers.
 * @param length only this many numbers are used; by default all
 */
export function densestWindow(
  sorted: ArrayLike<number>,
  width: number,
  length = sorted.length,
): { readonly start: number; readonly size: number } {
  let best = 0;
  let size = 0;
  for (let start = 0, end = 0; start < length; start++) {
    const first = sorted[start] ?? outOfRange();
    while (end < length && (sorted[end] ?? outOfRange()) - first < width) end++;
    if (end - start <= size) continue;
    best = start;
    size = end - start;
  }
  return { start: best, size };
}
