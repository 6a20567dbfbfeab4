import type { ScoreLevels } from './score-levels.js';

/**
 * Area under the receiver operating characteristic: the probability that an account labelled coordinated scores above
 * one labelled organic, ties counting one half, which is U/(mn) of Mann & Whitney 1947 (doi 10.1214/aoms/1177730491;
 * Hanley & McNeil 1982). NaN where either label is missing.
 */
export function rocAuc({ coordinated, organic }: ScoreLevels): number {
  let above = 0;
  let won = 0;
  let below = 0;
  for (let level = 0; level < organic.length; level++) {
    const [c, o] = [coordinated[level] ?? 0, organic[level] ?? 0];
    won += o * (above + c / 2);
    above += c;
    below += o;
  }
  return won / (above * below);
}
