/**
 * How many of n counts reach 1, and 2. The tails below are fitted to these two alone, so that no large count, however
 * extreme, has a say in what is expected of large counts.
 */
export interface LowCounts {
  readonly measured: number;
  readonly reachOne: number;
  readonly reachTwo: number;
}

/**
 * P(X ≥ k) where each further one is as probable as the second: P(X ≥ 1) · θ^(k − 1) with θ = P(X ≥ 2 | X ≥ 1). One
 * case is added to every count, so that no estimate is 0.
 * @param k whole, from 0 up
 */
export function geometricTail({ measured, reachOne, reachTwo }: LowCounts, k: number): number {
  if (k < 1) return 1;
  return ((reachOne + 1) / (measured + 1)) * ((reachTwo + 1) / (reachOne + 2)) ** (k - 1);
}

/**
 * P(X ≥ k) of a discrete power law: P(X ≥ 1) · k^−α, α such that P(X ≥ 2 | X ≥ 1) is what was seen. It falls much more
 * slowly than `geometricTail`: for counts that are in sittings.
 * @param k whole, from 0 up
 */
export function powerLawTail({ measured, reachOne, reachTwo }: LowCounts, k: number): number {
  if (k < 1) return 1;
  return ((reachOne + 1) / (measured + 1)) * k ** Math.log2((reachTwo + 1) / (reachOne + 2));
}
