/** Minimum distance of probabilities from 0 and 1, so that their log odds stay finite. */
export const PROBABILITY_EPSILON = 1e-6;

/** Log odds of a probability, kept finite: p is clipped to [1e-6, 1 − 1e-6]. */
export function logit(p: number): number {
  const held = clamp(p, PROBABILITY_EPSILON, 1 - PROBABILITY_EPSILON);
  return Math.log(held / (1 - held));
}

/** The probability with these log odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** `value`, or the nearer end of [low, high]. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
