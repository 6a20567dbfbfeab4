import { outOfRange } from './array-access.js';

/**
 * Where most of some ascending numbers lie within less than `width` of the first of them; the first such place, of
 * size 0 where there are no numbers.
 * @param length how many of the numbers are looked at: all, where it is left out
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
