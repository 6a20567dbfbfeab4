/** How right the verdicts are on one labelled dump. */

import { VERDICTS } from '../evidence.js';
import type { CallQuality, Confusion, DumpEvaluation, Estimate, Quality } from '../evaluation-result.js';
import { visible } from '../text/visible.js';
import { figure, interval, left, named, RARE, right, tableOrLines } from './evaluation-table.js';
import { facts, paragraph, truncate, wrap } from './fit.js';
import type { Page } from './page.js';
import { VERDICT_TEXTS } from './verdicts.js';
import { count, number, sentence } from './words.js';

/** Which dump, and what is known of its accounts. */
export function subject({ inputs, labels, accounts, cautions }: DumpEvaluation, page: Page): string[] {
  const { coordinated, organic, unlabelled, absent } = accounts;
  return [
    page.strong(truncate(inputs.map(({ path }) => visible(path)).join(', '), page.width)),
    ...facts(
      [
        `labels of ${visible(labels)}`,
        `${number(coordinated)} labelled coordinated`,
        `${number(organic)} organic`,
        ...(unlabelled > 0 ? [`${count(unlabelled, 'account')} without a label left out`] : []),
        ...(absent > 0 ? [`${count(absent, 'label')} without an account`] : []),
      ],
      page.prose,
    ),
    ...cautions.flatMap((caution) => paragraph(sentence(visible(caution)), page.prose, { first: 'Caution: ', indent: '  ' }).map(page.alarming)),
  ];
}

/** The figures with their intervals, and what each of them counts. */
export function qualityTable({ quality, confusion, accounts }: DumpEvaluation, page: Page): string[] {
  const score: readonly Row[] = [
    ['AUC, ROC', quality.auc, accounts.coordinated > 0 && accounts.organic > 0 ? 'how often it ranks a pair rightly' : 'needs accounts of both labels'],
    ['AUC, PR', quality.averagePrecision, `average precision; by chance ${figure(chance(accounts))}`],
  ];
  return [
    ...wrap('Called likely coordinated, against the labels', page.width).map(page.strong),
    ...tableOrLines([named('figure', left('')), named('value', right('')), left('95% interval'), named('meaning', left('', page.quiet))], [...callRows(quality, confusion), ...score].map(cells), page),
  ];
}

/** The same for several dumps together, without the score, which compares within a dump only. */
export function pooledTable(quality: CallQuality, confusion: Confusion, page: Page): string[] {
  return [
    ...wrap('Called likely coordinated, the accounts of all dumps together', page.width).map(page.strong),
    ...tableOrLines([named('figure', left('')), named('value', right('')), left('95% interval'), named('meaning', left('', page.quiet))], callRows(quality, confusion).map(cells), page),
  ];
}

type Row = readonly [name: string, estimate: Estimate, means: string, decimals?: number];

function callRows(quality: CallQuality | Quality, confusion: Confusion): Row[] {
  const { coordinated: hits, organic: wrong } = confusion.coordinated;
  const labelled = (label: 'coordinated' | 'organic'): string => number(VERDICTS.reduce((sum, verdict) => sum + confusion[verdict][label], 0));
  return [
    ['precision', quality.precision, `${number(hits)} of ${number(hits + wrong)} called so`],
    ['recall', quality.recall, `${number(hits)} of ${labelled('coordinated')} labelled coordinated`],
    ['F1', quality.f1, 'harmonic mean of both'],
    ['false positives', quality.falsePositiveRate, `${number(wrong)} of ${labelled('organic')} labelled organic`, RARE],
  ];
}

function cells([name, estimate, means, decimals]: Row): string[] {
  return [name, figure(estimate.value, decimals), interval(estimate, decimals), means];
}

function chance({ coordinated, organic }: DumpEvaluation['accounts']): number | null {
  return coordinated + organic === 0 ? null : coordinated / (coordinated + organic);
}

/** Every verdict against every label. */
export function confusionTable(confusion: Confusion, page: Page): string[] {
  const rows = VERDICTS.map((verdict) => [VERDICT_TEXTS[verdict].name, number(confusion[verdict].coordinated), number(confusion[verdict].organic)]);
  return [
    ...wrap('Accounts by verdict and label', page.width).map(page.strong),
    ...tableOrLines([left('verdict'), right('labelled coordinated'), right('labelled organic')], rows, page),
  ];
}
