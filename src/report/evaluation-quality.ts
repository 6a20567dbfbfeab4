/** How accurate the verdicts are on one labelled dump. */

import type { CallQuality, Confusion, DumpEvaluation, Estimate, Quality } from '../documents/evaluation.js';
import { VERDICTS } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, withFullStop } from '../text/format.js';
import {
  formatFigure,
  formatInterval,
  leftColumn,
  headedColumn,
  RARE_RATE_DECIMALS,
  rightColumn,
  tableOrLines,
} from './evaluation-table.js';
import type { TextPage } from './page.js';
import { renderFigures } from './table.js';
import { joinFacts, wrapParagraph, truncate, wrap } from './text-layout.js';
import { VERDICT_TEXTS } from './verdicts.js';

/** The dump's files, and the number of its accounts with each label. */
export function dumpHeading({ inputs, labels, accounts, cautions }: DumpEvaluation, page: TextPage): string[] {
  const { coordinated, organic, unlabelled, absent } = accounts;
  return [
    page.strong(truncate(inputs.map(({ path }) => escapeControls(path)).join(', '), page.width)),
    ...joinFacts(
      [
        `labels of ${escapeControls(labels)}`,
        `${formatNumber(coordinated)} labelled coordinated`,
        `${formatNumber(organic)} organic`,
        ...(unlabelled > 0 ? [`${formatCount(unlabelled, 'account')} without a label left out`] : []),
        ...(absent > 0 ? [`${formatCount(absent, 'label')} without an account`] : []),
      ],
      page.prose,
    ),
    ...cautions.flatMap((caution) =>
      wrapParagraph(withFullStop(escapeControls(caution)), page.prose, { first: 'Caution: ', indent: '  ' }).map(
        page.alarming,
      ),
    ),
  ];
}

/** The figures with their intervals, and what each of them counts. */
export function qualityTable({ quality, confusion, accounts }: DumpEvaluation, page: TextPage): string[] {
  const score: readonly Row[] = [
    [
      'AUC, ROC',
      quality.auc,
      accounts.coordinated > 0 && accounts.organic > 0
        ? 'how often it ranks a pair rightly'
        : 'needs accounts of both labels',
    ],
    ['AUC, PR', quality.averagePrecision, `average precision; by chance ${formatFigure(chance(accounts))}`],
  ];
  return [
    ...wrap('Called likely coordinated, against the labels', page.width).map(page.strong),
    ...tableOrLines(
      [
        headedColumn('figure', leftColumn('')),
        headedColumn('value', rightColumn('')),
        leftColumn('95% interval'),
        headedColumn('meaning', leftColumn('', page.quiet)),
      ],
      [...callRows(quality, confusion), ...score].map(cells),
      page,
      renderFigures,
    ),
  ];
}

/** The same for several dumps together, without the figures of the score, which can be compared only within a dump. */
export function pooledTable(quality: CallQuality, confusion: Confusion, page: TextPage): string[] {
  return [
    ...wrap('Called likely coordinated, the accounts of all dumps together', page.width).map(page.strong),
    ...tableOrLines(
      [
        headedColumn('figure', leftColumn('')),
        headedColumn('value', rightColumn('')),
        leftColumn('95% interval'),
        headedColumn('meaning', leftColumn('', page.quiet)),
      ],
      callRows(quality, confusion).map(cells),
      page,
      renderFigures,
    ),
  ];
}

type Row = readonly [name: string, estimate: Estimate, means: string, decimals?: number];

function callRows(quality: CallQuality | Quality, confusion: Confusion): Row[] {
  const { coordinated: hits, organic: wrong } = confusion.coordinated;
  const labelled = (label: 'coordinated' | 'organic'): string =>
    formatNumber(VERDICTS.reduce((sum, verdict) => sum + confusion[verdict][label], 0));
  return [
    ['precision', quality.precision, `${formatNumber(hits)} of ${formatNumber(hits + wrong)} called so`],
    ['recall', quality.recall, `${formatNumber(hits)} of ${labelled('coordinated')} labelled coordinated`],
    ['F1', quality.f1, 'harmonic mean of both'],
    [
      'false positives',
      quality.falsePositiveRate,
      `${formatNumber(wrong)} of ${labelled('organic')} labelled organic`,
      RARE_RATE_DECIMALS,
    ],
  ];
}

function cells([name, estimate, means, decimals]: Row): string[] {
  return [name, formatFigure(estimate.value, decimals), formatInterval(estimate, decimals), means];
}

function chance({ coordinated, organic }: DumpEvaluation['accounts']): number | null {
  return coordinated + organic === 0 ? null : coordinated / (coordinated + organic);
}

/** The number of accounts with each verdict and each label. */
export function confusionTable(confusion: Confusion, page: TextPage): string[] {
  const rows = VERDICTS.map((verdict) => [
    VERDICT_TEXTS[verdict].name,
    formatNumber(confusion[verdict].coordinated),
    formatNumber(confusion[verdict].organic),
  ]);
  return [
    ...wrap('Accounts by verdict and label', page.width).map(page.strong),
    ...tableOrLines(
      [leftColumn('verdict'), rightColumn('labelled coordinated'), rightColumn('labelled organic')],
      rows,
      page,
      renderFigures,
    ),
  ];
}
