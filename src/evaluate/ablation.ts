import type { Ablation, Figures } from '../documents/evaluation.js';
import type { Part } from '../pipeline/leave-one-out.js';

/** The figures without a part of the model, and their differences from the full model. */
export function ablationEffect(part: Part, without: Figures, whole: Figures): Ablation {
  return { ...part, ...without, change: subtract(without, whole) };
}

function subtract(a: Figures, b: Figures): Figures {
  return {
    called: a.called - b.called,
    hits: a.hits - b.hits,
    auc: less(a.auc, b.auc),
    averagePrecision: less(a.averagePrecision, b.averagePrecision),
    precision: less(a.precision, b.precision),
    recall: less(a.recall, b.recall),
    falsePositiveRate: less(a.falsePositiveRate, b.falsePositiveRate),
  };
}

function less(x: number | null, y: number | null): number | null {
  return x === null || y === null ? null : x - y;
}
