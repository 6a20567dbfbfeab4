/** Several labelled dumps: a line for each. */

import type { Evaluation, Figures, Quality } from '../documents/evaluation.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber } from '../text/format.js';
import { formatFigure, leftColumn, RARE_RATE_DECIMALS, rightColumn, tableOrLines } from './evaluation-table.js';
import type { TextPage } from './page.js';
import { renderTable } from './table.js';
import { displayWidth, wrapParagraph, truncate, wrap } from './text-layout.js';

const SHORTEST_NAME = 12;

/**
 * Names that distinguish the dumps: their paths without the directories that they have in common, and without `.csv`.
 */
export function dumpNames({ dumps }: Evaluation): string[] {
  const paths = dumps.map(({ inputs }) => escapeControls(inputs[0]?.path ?? '').split('/'));
  const first = paths[0] ?? [];
  const shared = first.findIndex(
    (part, at) => at === first.length - 1 || paths.some((parts) => parts[at] !== part || at === parts.length - 1),
  );
  return paths.map((parts) =>
    parts
      .slice(Math.max(0, shared))
      .join('/')
      .replace(/\.csv(?:\.gz)?$/iu, ''),
  );
}

/** A table of the figures of each dump, with their means. */
export function dumpTable(evaluation: Evaluation, page: TextPage): string[] {
  const { dumps, overall } = evaluation;
  const names = dumpNames(evaluation);
  const figures = dumps.map(({ accounts, confusion, quality }) => [
    formatNumber(accounts.coordinated),
    formatNumber(confusion.coordinated.coordinated + confusion.coordinated.organic),
    ...cells(valuesOf(quality)),
  ]);
  const means = ['', '', ...cells(overall.macro)];
  const columns = [
    rightColumn('labelled'),
    rightColumn('called'),
    rightColumn('prec.'),
    rightColumn('recall'),
    rightColumn('false'),
    rightColumn('AUC'),
    rightColumn('PR'),
  ];
  const room = page.width - renderTable(columns, [...figures, means]).width - 4;
  const named = [...names, 'mean over dumps'].map((name) => (room < SHORTEST_NAME ? name : shorten(name, room)));
  return [
    ...wrap(`${formatCount(dumps.length, 'labelled dump')}, each analysed by itself`, page.width).map(page.strong),
    ...tableOrLines(
      [leftColumn('dump'), ...columns],
      [...figures, means].map((row, index) => [named[index] ?? '', ...row]),
      page,
    ),
    ...wrapParagraph(
      'labelled: coordinated. called: likely coordinated. false: share of the organic that is called. ' +
        'AUC, PR: areas under the ROC and the precision–recall curve of the score. –: cannot be computed.',
      page.prose,
      { indent: ' ' },
    ).map(page.quiet),
  ];
}

type Values = Pick<Figures, 'precision' | 'recall' | 'falsePositiveRate' | 'auc' | 'averagePrecision'>;

function valuesOf({ precision, recall, falsePositiveRate, auc, averagePrecision }: Quality): Values {
  return {
    precision: precision.value,
    recall: recall.value,
    falsePositiveRate: falsePositiveRate.value,
    auc: auc.value,
    averagePrecision: averagePrecision.value,
  };
}

function cells({ precision, recall, falsePositiveRate, auc, averagePrecision }: Values): string[] {
  return [
    formatFigure(precision),
    formatFigure(recall),
    formatFigure(falsePositiveRate, RARE_RATE_DECIMALS),
    formatFigure(auc),
    formatFigure(averagePrecision),
  ];
}

/** Cuts out the middle of a name: names of dumps often begin or end alike. */
function shorten(name: string, room: number): string {
  if (displayWidth(name) <= room) return name;
  const head = truncate(name, Math.ceil(room / 2));
  let tail = '';
  for (const letter of [...name].toReversed()) {
    if (displayWidth(head + letter + tail) > room) break;
    tail = letter + tail;
  }
  return head + tail;
}
