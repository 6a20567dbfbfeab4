import type { ScoreLevels } from './score-levels.js';

/**
 * Average precision, Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores, highest first: the area under the precision–recall
 * curve as steps, without the optimism of straight lines between its points (Davis & Goadrich 2006, doi
 * 10.1145/1143844.1143874). By chance it is the share labelled coordinated. NaN where nobody is labelled so.
 */
export function averagePrecision({ coordinated, organic }: ScoreLevels): number {
  let found = 0;
  let called = 0;
  let sum = 0;
  for (let level = 0; level < coordinated.length; level++) {
    const c = coordinated[level] ?? 0;
    found += c;
    called += c + (organic[level] ?? 0);
    if (c > 0) sum += c * (found / called);
  }
  return sum / found;
}
