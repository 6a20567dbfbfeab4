import { outOfRange } from './array-access.js';
import type { ScoreLevels } from './score-levels.js';

/**
 * Average precision, Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores, highest first: the area under the precision–recall
 * curve as steps, without the optimism of straight lines between its points (Davis & Goadrich 2006, doi
 * 10.1145/1143844.1143874). By chance it is the share of positives. NaN if there are no positives.
 */
export function averagePrecision({ positives, negatives }: ScoreLevels): number {
  let found = 0;
  let called = 0;
  let sum = 0;
  for (let level = 0; level < positives.length; level++) {
    const here = positives[level] ?? outOfRange();
    found += here;
    called += here + (negatives[level] ?? outOfRange());
    if (here > 0) sum += here * (found / called);
  }
  return sum / found;
}
