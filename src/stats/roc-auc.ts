import { outOfRange } from './array-access.js';
import type { ScoreLevels } from './score-levels.js';

/**
 * Area under the receiver operating characteristic: the probability that a positive scores above a negative, ties
 * counting one half, which is U/(mn) of Mann & Whitney 1947 (doi 10.1214/aoms/1177730491; Hanley & McNeil 1982). NaN if
 * there are no positives or no negatives.
 */
export function rocAuc({ positives, negatives }: ScoreLevels): number {
  let above = 0;
  let won = 0;
  let below = 0;
  for (let level = 0; level < negatives.length; level++) {
    const [c, o] = [positives[level] ?? outOfRange(), negatives[level] ?? outOfRange()];
    won += o * (above + c / 2);
    above += c;
    below += o;
  }
  return won / (above * below);
}
