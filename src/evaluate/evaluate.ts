import type { DumpEvaluation, Figures } from '../documents/evaluation.js';
import type { Result } from '../documents/result.js';
import { averagePrecision } from '../stats/average-precision.js';
import { rocAuc } from '../stats/roc-auc.js';
import { scoreLevels } from '../stats/score-levels.js';
import { callFigures, callQuality } from './call-quality.js';
import { binaryCounts, confusionOf } from './confusion.js';
import { finiteOrNull } from './estimate.js';
import { joinLabels } from './join-labels.js';
import type { Labels } from './labels.js';
import { worstMistakes } from './mistakes.js';
import { labelledScores, scoreQuality } from './score-quality.js';

export interface EvaluateOptions {
  /** Seed of the bootstrap; 1 by default. */
  readonly seed?: number;
  /** How many mistakes of each kind are kept; 5 by default. */
  readonly mistakes?: number;
}

/** Compares a result with labels. Throws TrendAuditError where no label matches an account of the result. */
export function evaluate(
  result: Result,
  labels: Labels,
  { seed = 1, mistakes = 5 }: EvaluateOptions = {},
): DumpEvaluation {
  const { accounts, unlabelled, absent } = joinLabels(result.accounts, labels);
  const confusion = confusionOf(accounts);
  const calls = binaryCounts(confusion);
  return {
    inputs: result.inputs,
    labels: labels.file,
    options: result.options,
    cautions: result.summary.cautions,
    accounts: { coordinated: calls.coordinated, organic: calls.organic, unlabelled, absent },
    quality: { ...callQuality(calls, seed), ...scoreQuality(accounts, seed) },
    confusion,
    ablation: [],
    mistakes: worstMistakes(accounts, mistakes),
  };
}

/** Only the figures without intervals, which is much faster. */
export function pointEstimates(result: Result, labels: Labels): Figures {
  const { accounts } = joinLabels(result.accounts, labels);
  const ranking = scoreLevels(labelledScores(accounts));
  return {
    auc: finiteOrNull(rocAuc(ranking)),
    averagePrecision: finiteOrNull(averagePrecision(ranking)),
    ...callFigures(binaryCounts(confusionOf(accounts))),
  };
}
