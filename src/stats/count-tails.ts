/**
 * How many of n counts are at least 1, and at least 2. The tails below are fitted only to these two, so that extreme
 * counts do not influence what is expected of large counts.
 */
export interface LowCounts {
  readonly measured: number;
  readonly reachOne: number;
  readonly reachTwo: number;
}

/**
 * P(X ≥ k) if each further occurrence is as probable as the second: P(X ≥ 1) · θ^(k − 1) with θ = P(X ≥ 2 | X ≥ 1). One
 * case is added to every count, so that no estimate is 0.
 * @param k an integer, ≥ 0
 */
export function geometricTail({ measured, reachOne, reachTwo }: LowCounts, k: number): number {
  if (k < 1) return 1;
  return ((reachOne + 1) / (measured + 1)) * ((reachTwo + 1) / (reachOne + 2)) ** (k - 1);
}

/**
 * P(X ≥ k) of a discrete power law: P(X ≥ 1) · k^−α, with α from the observed P(X ≥ 2 | X ≥ 1). It falls much more
 * slowly than `geometricTail`, and is for counts of events that come in bursts.
 * @param k an integer, ≥ 0
 */
export function powerLawTail({ measured, reachOne, reachTwo }: LowCounts, k: number): number {
  if (k < 1) return 1;
  return ((reachOne + 1) / (measured + 1)) * k ** Math.log2((reachTwo + 1) / (reachOne + 2));
}
