/** What each family and each signal contributes. */

import type { Ablation } from '../evaluation-result.js';
import { change, figure, left, named, right, tableOrLines } from './evaluation-table.js';
import { paragraph, wrap } from './fit.js';
import type { Page } from './page.js';
import { signalName } from './signal-names.js';
import type { Column } from './table.js';

export function ablationTable(ablation: readonly Ablation[], page: Page): string[] {
  if (ablation.length === 0) return [];
  const columns = [left('left out'), right('AUC'), changeOf('AUC'), right('precision'), changeOf('precision'), right('recall'), changeOf('recall')];
  return [
    ...wrap('Decided again without a family or a signal', page.width).map(page.strong),
    ...tableOrLines(columns, inOrder(ablation).map(row), page),
    ...paragraph('A change below 0 is what it contributes. Two families must agree: without sharing, nobody can be called.', page.prose, { indent: ' ' }).map(page.quiet),
  ];
}

function changeOf(figureName: string): Column {
  return named(`change of ${figureName}`, right('change'));
}

/** Each family, its signals beneath it. */
function inOrder(ablation: readonly Ablation[]): Ablation[] {
  const signals = ablation.filter(({ kind }) => kind === 'signal');
  return ablation.filter(({ kind }) => kind === 'family').flatMap((family) => [family, ...signals.filter((signal) => signal.family === family.family)]);
}

function row({ kind, leftOut, change: changed, auc, precision, recall }: Ablation): string[] {
  const name = signalName(leftOut);
  return [kind === 'family' ? `${name} (family)` : `· ${name}`, figure(auc), change(changed.auc), figure(precision), change(changed.precision), figure(recall), change(changed.recall)];
}
