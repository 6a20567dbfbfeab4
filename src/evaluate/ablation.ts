import type { Ablation, Figures } from '../documents/evaluation.js';
import { FAMILIES, type Family } from '../documents/evidence.js';

type Part = Pick<Ablation, 'leftOut' | 'kind' | 'family'>;

/** Every family, then every signal, in the order of the program. */
export function ablationParts(signals: readonly { readonly name: string; readonly family: Family }[]): Part[] {
  const families = FAMILIES.filter((family) => signals.some((signal) => signal.family === family));
  return [
    ...families.map((family): Part => ({ leftOut: family, kind: 'family', family })),
    ...signals.map(({ name, family }): Part => ({ leftOut: name, kind: 'signal', family })),
  ];
}

/** Whether a signal stays when the part is left out. */
export function isKept({ name, family }: { readonly name: string; readonly family: Family }, part: Part): boolean {
  return part.kind === 'family' ? family !== part.leftOut : name !== part.leftOut;
}

export function compare(part: Part, without: Figures, whole: Figures): Ablation {
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
