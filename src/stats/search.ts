import { outOfRange } from './array-access.js';

/** Index of the first element of an ascending array that is not below `value`; its length if all are. */
export function lowerBound(sorted: ArrayLike<number>, value: number): number {
  return lowerBetween(sorted, value, 0, sorted.length);
}

/** Index of the first element of an ascending array that is above `value`; its length if none is. */
export function upperBound(sorted: ArrayLike<number>, value: number): number {
  return upperBetween(sorted, value, 0, sorted.length);
}

/**
 * `lowerBound`, in time that grows with the logarithm of the distance of the result from `near`: for queries that come
 * in order.
 */
export function gallopLowerBound(sorted: ArrayLike<number>, value: number, near: number): number {
  let step = 1;
  if (near < sorted.length && (sorted[near] ?? outOfRange()) < value) {
    let low = near + 1;
    for (; low + step <= sorted.length && (sorted[low + step - 1] ?? outOfRange()) < value; step *= 2) low += step;
    return lowerBetween(sorted, value, low, Math.min(sorted.length, low + step));
  }
  let high = Math.min(near, sorted.length);
  for (; high - step >= 0 && (sorted[high - step] ?? outOfRange()) >= value; step *= 2) high -= step;
  return lowerBetween(sorted, value, Math.max(0, high - step), high);
}

/** `upperBound`, searched like `gallopLowerBound`. */
export function gallopUpperBound(sorted: ArrayLike<number>, value: number, near: number): number {
  let step = 1;
  if (near < sorted.length && (sorted[near] ?? outOfRange()) <= value) {
    let low = near + 1;
    for (; low + step <= sorted.length && (sorted[low + step - 1] ?? outOfRange()) <= value; step *= 2) low += step;
    return upperBetween(sorted, value, low, Math.min(sorted.length, low + step));
  }
  let high = Math.min(near, sorted.length);
  for (; high - step >= 0 && (sorted[high - step] ?? outOfRange()) > value; step *= 2) high -= step;
  return upperBetween(sorted, value, Math.max(0, high - step), high);
}

function lowerBetween(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? outOfRange()) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function upperBetween(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? outOfRange()) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
