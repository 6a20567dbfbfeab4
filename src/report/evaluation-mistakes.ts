/** The worst mistakes of both kinds, with the evidence on the accounts. */

import type { DumpEvaluation } from '../documents/evaluation.js';
import type { AccountResult } from '../documents/result.js';
import type { Verdict } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber } from '../text/format.js';
import { accountName, wholeName } from './accounts.js';
import { cutNames } from './cut-names.js';
import { leftColumn, rightColumn } from './evaluation-table.js';
import { evidenceText, evidenceLines } from './evidence-lines.js';
import type { TextPage } from './page.js';
import { renderTable, renderTsv } from './table.js';
import { displayWidth, joinFacts, truncate, wrap } from './text-layout.js';

const WHY_LINES = 3;
const LONGEST_NAME = 26;
/** Cells that the columns between the account and the dump take, gaps included. */
const COLUMNS = 44;

/**
 * The verdicts on accounts that are labelled coordinated but not called so; "organic" could be mistaken for a label.
 */
const INSTEAD: Readonly<Record<Verdict, string>> = {
  coordinated: '',
  flooding: 'repeats itself, alone',
  unclear: 'unclear',
  organic: 'none found',
  insufficient: 'too little data',
};

export interface Mistake {
  readonly account: AccountResult;
  /** Shown only if there are several dumps. */
  readonly dump?: string;
}

/** The mistakes in one dump, or the worst ones in several dumps. */
export function mistakeLists(dumps: readonly DumpEvaluation[], names: readonly string[], page: TextPage): string[][] {
  const sum = (part: (dump: DumpEvaluation) => number): number => dumps.reduce((total, dump) => total + part(dump), 0);
  const gather = (pick: (dump: DumpEvaluation) => readonly AccountResult[]): Mistake[] =>
    dumps.flatMap((dump, index) =>
      pick(dump).map((account) => ({ account, ...(dumps.length > 1 ? { dump: names[index] ?? '' } : {}) })),
    );
  // Each dump has at most the requested number of mistakes.
  const most = dumps.reduce(
    (longest, { mistakes }) => Math.max(longest, mistakes.called.length, mistakes.missed.length),
    0,
  );
  const called = gather(({ mistakes }) => mistakes.called).sort(
    (a, b) => b.account.score - a.account.score || a.account.q - b.account.q,
  );
  const missed = gather(({ mistakes }) => mistakes.missed).sort(
    (a, b) => a.account.score - b.account.score || b.account.q - a.account.q,
  );
  return [
    section(
      'Labelled organic, called likely coordinated',
      'highest score first',
      called.slice(0, most),
      sum(({ confusion }) => confusion.coordinated.organic),
      page,
    ),
    section(
      'Labelled coordinated, not called so',
      'lowest score first',
      missed.slice(0, most),
      sum(({ accounts, confusion }) => accounts.coordinated - confusion.coordinated.coordinated),
      page,
    ),
    cutNames(
      [...called, ...missed].map(({ account }) => account),
      page,
    ),
  ];
}

function section(title: string, order: string, shown: readonly Mistake[], all: number, page: TextPage): string[] {
  if (all === 0 || shown.length === 0) return [];
  const rest = shown.length === all ? `${formatNumber(all)}` : `${formatNumber(shown.length)} of ${formatNumber(all)}`;
  return [...wrap(`${title}: ${rest}, ${order}`, page.width).map(page.strong), ...rows(shown, page)];
}

function rows(mistakes: readonly Mistake[], page: TextPage): string[] {
  const missed = mistakes.some(({ account }) => account.verdict !== 'coordinated');
  const several = mistakes.some(({ dump }) => dump !== undefined);
  const columns = [
    leftColumn('account', page.strong),
    ...(missed ? [leftColumn('verdict')] : []),
    rightColumn('score'),
    rightColumn('q'),
    rightColumn('posts'),
    ...(several ? [leftColumn('dump')] : []),
  ];
  const room =
    page.width -
    COLUMNS -
    mistakes.reduce(
      (most, { account }) => Math.max(most, Math.min(LONGEST_NAME, displayWidth(accountName(account)))),
      0,
    );
  const cells = (longest: number): string[][] =>
    mistakes.map(({ account, dump }) => [
      page.plain ? wholeName(account) : truncate(accountName(account), longest),
      ...(missed ? [INSTEAD[account.verdict]] : []),
      formatNumber(account.score),
      account.q.toPrecision(2),
      formatNumber(account.posts),
      ...(several ? [truncate(escapeControls(dump ?? ''), Math.max(3, room))] : []),
    ]);
  if (page.plain)
    return renderTsv(
      [...columns, leftColumn('why')],
      cells(Infinity).map((row, index) => [...row, evidenceText(mistakes[index]?.account.evidence ?? [])]),
    );
  const table = renderTable(columns, cells(LONGEST_NAME));
  const fits = !page.narrow && table.width < page.width;
  return [
    ...(fits ? [` ${page.quiet(table.head)}`] : []),
    ...mistakes.flatMap(({ account, dump }, index) => [
      ...(fits ? [` ${table.rows[index] ?? ''}`] : block(account, dump, page)),
      ...evidenceLines(account.evidence, page.width - 4, WHY_LINES).map((reason) => `    ${reason}`),
    ]),
  ];
}

function block(account: AccountResult, dump: string | undefined, page: TextPage): string[] {
  const known = [
    ...(account.verdict === 'coordinated' ? [] : [INSTEAD[account.verdict]]),
    `score ${formatNumber(account.score)}`,
    `q ${account.q.toPrecision(2)}`,
    formatCount(account.posts, 'post'),
    ...(dump === undefined ? [] : [escapeControls(dump)]),
  ];
  return [page.strong(truncate(accountName(account), page.width)), ...joinFacts(known, page.width, '  ')];
}
