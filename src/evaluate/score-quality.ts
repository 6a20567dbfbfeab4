import type { Estimate } from '../documents/evaluation.js';
import { averagePrecision } from './average-precision.js';
import { bootstrap, toEstimate } from './bootstrap.js';
import { rocAuc } from './roc-auc.js';
import { scoreLevels, type ScoreLevels, type Scored } from './score-levels.js';

/** How well the score ranks, with intervals from accounts resampled within each label. */
export function scoreQuality(
  accounts: readonly Scored[],
  seed: number,
): { readonly auc: Estimate; readonly averagePrecision: Estimate } {
  const ranked = scoreLevels(accounts);
  const levelsOf = (label: Scored['label']): Uint32Array =>
    ranked.levels.filter((_, i) => accounts[i]?.label === label);
  const [coordinated, organic] = [levelsOf('coordinated'), levelsOf('organic')];
  const drawn: ScoreLevels = { coordinated: ranked.coordinated.slice(), organic: ranked.organic.slice() };
  const [auc, average] = bootstrap((uniform) => {
    redraw(drawn.coordinated, coordinated, uniform);
    redraw(drawn.organic, organic, uniform);
    return [rocAuc(drawn), averagePrecision(drawn)];
  }, seed);
  return { auc: toEstimate(rocAuc(ranked), auc), averagePrecision: toEstimate(averagePrecision(ranked), average) };
}

/** As many draws with replacement as there are members, counted by their level. */
function redraw(counts: Float64Array, members: Uint32Array, uniform: () => number): void {
  counts.fill(0);
  for (let i = 0; i < members.length; i++) {
    const level = members[Math.floor(uniform() * members.length)] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
}
