import type { Estimate, Label } from '../documents/evaluation.js';
import { outOfRange } from '../stats/array-access.js';
import { averagePrecision } from '../stats/average-precision.js';
import { bootstrap } from '../stats/bootstrap.js';
import { rocAuc } from '../stats/roc-auc.js';
import { scoreLevels, type Scored, type ScoreLevels } from '../stats/score-levels.js';
import { toEstimate } from './estimate.js';

/** How well the score ranks accounts, with intervals from a bootstrap of accounts within each label. */
export function scoreQuality(
  accounts: readonly { readonly score: number; readonly label: Label }[],
  seed: number,
): { readonly auc: Estimate; readonly averagePrecision: Estimate } {
  const ranked = scoreLevels(labelledScores(accounts));
  const levelsOf = (label: Label): Uint32Array => ranked.levels.filter((_, i) => accounts[i]?.label === label);
  const [coordinated, organic] = [levelsOf('coordinated'), levelsOf('organic')];
  const drawn: ScoreLevels = { positives: ranked.positives.slice(), negatives: ranked.negatives.slice() };
  const [auc, average] = bootstrap((uniform) => {
    redraw(drawn.positives, coordinated, uniform);
    redraw(drawn.negatives, organic, uniform);
    return [rocAuc(drawn), averagePrecision(drawn)];
  }, seed);
  return { auc: toEstimate(rocAuc(ranked), auc), averagePrecision: toEstimate(averagePrecision(ranked), average) };
}

/** Scores with labels; coordinated is the positive class. */
export function labelledScores(accounts: readonly { readonly score: number; readonly label: Label }[]): Scored[] {
  return accounts.map(({ score, label }) => ({ score, positive: label === 'coordinated' }));
}

/** Draws as many members as there are, with replacement, and counts them by level. */
function redraw(counts: Float64Array, members: Uint32Array, uniform: () => number): void {
  counts.fill(0);
  for (let i = 0; i < members.length; i++) {
    const level = members[Math.floor(uniform() * members.length)] ?? outOfRange();
    counts[level] = (counts[level] ?? outOfRange()) + 1;
  }
}
