/**
 * For `array[i] ?? outOfRange()`: a wrong index must end the program. With `array[i] ?? 0` it would mean account 0, or
 * a count of 0, and nobody would notice.
 *
 * A function that checks and reads, `at(array, i)`, would look better, but makes the decision a fifth slower.
 */
export function outOfRange(): never {
  throw new RangeError('an index is outside its array');
}

/** Adds 1 to a count; returns its previous value. */
export function increment(counts: Uint32Array, i: number): number {
  const before = counts[i] ?? outOfRange();
  counts[i] = before + 1;
  return before;
}

/** Adds to one of several sums. */
export function addAt(sums: Float64Array, i: number, amount: number): void {
  sums[i] = (sums[i] ?? outOfRange()) + amount;
}
