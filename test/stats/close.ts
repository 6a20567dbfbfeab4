/** How far a value is off, as a share of what it should be: tails of 1e-50 must be right in their digits. */
export function relativeError(actual: number, expected: number): number {
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}
