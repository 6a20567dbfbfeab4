/** Index of the first element of an ascending array that is not below `value`; its length where all are. */
export function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first element of an ascending array that is above `value`; its length where none is. */
export function upperBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The indices of `values`, those of the smallest values first and those of NaN last; equal values keep their order. */
export function rankOrder(values: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  // A difference with NaN says nothing, and a sort that it confuses misplaces the numbers around it.
  const missing = (i: number): number => Number(Number.isNaN(values[i]));
  return order.sort((a, b) => missing(a) - missing(b) || (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}
