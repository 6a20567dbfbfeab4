import type { Ablation, DumpEvaluation, Figures, OverallEvaluation } from '../documents/evaluation.js';
import { ablationEffect } from './ablation.js';
import { callFigures, callQuality } from './call-quality.js';
import { binaryCounts, sumConfusions } from './confusion.js';
import { finiteOrNull } from './estimate.js';

/**
 * Figures for several dumps together: means over dumps, each with the same weight, and shares over all their accounts.
 */
export function pooledEvaluation(dumps: readonly DumpEvaluation[], seed: number): OverallEvaluation {
  const confusion = sumConfusions(dumps.map((dump) => dump.confusion));
  const macro = meanOf(dumps.map(fullModelFigures));
  return {
    dumps: dumps.length,
    macro,
    pooled: callQuality(binaryCounts(confusion), seed),
    confusion,
    ablation: (dumps[0]?.ablation ?? []).map((part, i) =>
      averageAblation(
        part,
        dumps.flatMap(({ ablation }) => ablation[i] ?? []),
        macro,
      ),
    ),
  };
}

/** The figures of a dump with the full model. */
export function fullModelFigures({ quality, confusion }: DumpEvaluation): Figures {
  return {
    ...callFigures(binaryCounts(confusion)),
    auc: quality.auc.value,
    averagePrecision: quality.averagePrecision.value,
  };
}

function averageAblation({ leftOut, kind, family }: Ablation, without: readonly Figures[], macro: Figures): Ablation {
  return ablationEffect({ leftOut, kind, family }, pooledPrecision(meanOf(without)), pooledPrecision(macro));
}

function pooledPrecision(figures: Figures): Figures {
  return { ...figures, precision: finiteOrNull(figures.hits / figures.called) };
}

function meanOf(all: readonly Figures[]): Figures {
  return {
    called: all.reduce((sum, { called }) => sum + called, 0),
    hits: all.reduce((sum, { hits }) => sum + hits, 0),
    auc: mean(all.map(({ auc }) => auc)),
    averagePrecision: mean(all.map(({ averagePrecision }) => averagePrecision)),
    // Without accounts labelled coordinated, precision can only be 0 or unknown; the false positive rate covers such
    // dumps.
    precision: mean(all.flatMap(({ precision, recall }) => (recall === null ? [] : [precision]))),
    recall: mean(all.map(({ recall }) => recall)),
    falsePositiveRate: mean(all.map(({ falsePositiveRate }) => falsePositiveRate)),
  };
}

/** The mean of the known values. */
function mean(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return finiteOrNull(there.reduce((sum, value) => sum + value, 0) / there.length);
}
