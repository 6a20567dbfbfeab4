/** What each family and each signal contributes. */

import type { Ablation } from '../documents/evaluation.js';
import { formatDelta, formatFigure, leftColumn, headedColumn, rightColumn, tableOrLines } from './evaluation-table.js';
import type { TextPage } from './page.js';
import { signalName } from './signal-names.js';
import { type ReportColumn, renderFigures } from './table.js';
import { wrapParagraph, wrap } from './text-layout.js';

/** How the figures change without each family and each signal; no lines if nothing was left out. */
export function ablationTable(ablation: readonly Ablation[], page: TextPage): string[] {
  if (ablation.length === 0) return [];
  const columns = [
    leftColumn('left out'),
    rightColumn('AUC'),
    changeOf('AUC'),
    rightColumn('precision'),
    changeOf('precision'),
    rightColumn('recall'),
    changeOf('recall'),
  ];
  return [
    ...wrap('Decided again without a family or a signal', page.width).map(page.strong),
    ...tableOrLines(columns, inOrder(ablation).map(row), page, renderFigures),
    ...wrapParagraph(
      'A change below 0 is what it contributes. Two families must agree: without sharing, nobody can be called.',
      page.prose,
      { indent: ' ' },
    ).map(page.quiet),
  ];
}

function changeOf(figureName: string): ReportColumn {
  return headedColumn(`change of ${figureName}`, rightColumn('change'));
}

/** Each family, followed by its signals. */
function inOrder(ablation: readonly Ablation[]): Ablation[] {
  const signals = ablation.filter(({ kind }) => kind === 'signal');
  return ablation
    .filter(({ kind }) => kind === 'family')
    .flatMap((family) => [family, ...signals.filter((signal) => signal.family === family.family)]);
}

function row({ kind, leftOut, change: changed, auc, precision, recall }: Ablation): string[] {
  const name = signalName(leftOut);
  return [
    kind === 'family' ? `${name} (family)` : `· ${name}`,
    formatFigure(auc),
    formatDelta(changed.auc),
    formatFigure(precision),
    formatDelta(changed.precision),
    formatFigure(recall),
    formatDelta(changed.recall),
  ];
}
