import { outOfRange } from './array-access.js';

/**
 * Where most of some ascending numbers lie within less than `width` of the first of them; the first such place, of
 * size 0 where there are no numbers.
 */
export function densestWindow(
  sorted: ArrayLike<number>,
  width: number,
): { readonly start: number; readonly size: number } {
  let best = { start: 0, size: 0 };
  for (let start = 0, end = 0; start < sorted.length; start++) {
    while (end < sorted.length && (sorted[end] ?? outOfRange()) - (sorted[start] ?? outOfRange()) < width) end++;
    if (end - start > best.size) best = { start, size: end - start };
  }
  return best;
}
