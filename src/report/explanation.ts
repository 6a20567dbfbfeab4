/** One account's whole case as a page: the verdict, what it rests on, what speaks against it, what would change it. */

import type { LeaveOneOut, Explanation, FamilyContribution } from '../documents/explanation.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatRate, withFullStop } from '../text/format.js';
import { formatDay, formatTimeSpan } from '../time/format-dates.js';
import { accountName } from './accounts.js';
import { leftColumn, rightColumn, tableOrLines } from './evaluation-table.js';
import { ownPosts, sharedWithFlagged } from './explanation-posts.js';
import { odds, weightOf, signalSections } from './explanation-signals.js';
import { missing, threshold } from './explanation-verdict.js';
import { DISCLAIMER } from './headline.js';
import { joinSections, type TextPage, type TextOptions, createPage } from './page.js';
import { signalName } from './signal-names.js';
import { joinFacts, wrapParagraph, wrap } from './text-layout.js';
import { VERDICT_TEXTS } from './verdicts.js';

/** The page for a person. Ends in a newline. */
export function renderExplanation(explanation: Explanation, options: TextOptions): string {
  const page = createPage(options);
  const sections = [
    head(explanation, page),
    families(explanation, page),
    ...signalSections(explanation, page),
    missing(explanation, page),
    changes(explanation, page),
    sharedWithFlagged(explanation, page),
    ownPosts(explanation, page),
    basis(explanation, page),
  ];
  return joinSections(sections, page);
}

const SOURCES: Readonly<Record<Explanation['account']['createdAtSource'], string>> = {
  dump: 'as the dump states',
  snowflake: 'as its id tells',
  interpolated: 'estimated from its id',
  none: '',
};

function head(explanation: Explanation, page: TextPage): string[] {
  const { account } = explanation;
  const name = escapeControls(account.displayName);
  const called =
    name === '' || name === accountName(account) ? accountName(account) : `${accountName(account)} (${name})`;
  const created = account.createdAt ?? account.createdAtFrom;
  const known = [
    `id ${escapeControls(account.id)}`,
    created === null ? 'creation date unknown' : `created ${formatDay(created)}, ${SOURCES[account.createdAtSource]}`,
    formatCount(account.posts, 'post'),
    ...(account.group === null ? [] : [`group ${escapeControls(account.group)}`]),
  ];
  return [
    ...wrap(called, page.width).map(page.strong),
    ...joinFacts(known, page.prose),
    ...wrap(
      `Verdict: ${VERDICT_TEXTS[account.verdict].name} · score ${formatNumber(account.score)} of 100 · q ${formatRate(account.q)}`,
      page.width,
    ).map(page.strong),
    ...wrapParagraph(threshold(explanation), page.prose),
    ...wrapParagraph(DISCLAIMER, page.prose),
  ];
}

function families({ families: all }: Explanation, page: TextPage): string[] {
  return [
    ...wrap('Families of signals', page.width).map(page.strong),
    ...tableOrLines(
      [leftColumn('family'), rightColumn('weight'), leftColumn('in odds'), rightColumn('p-value')],
      all.map(familyRow),
      page,
    ),
    ...note(
      'Weights above 0 speak for its taking part, below 0 against. The p-value is the share of accounts not suspected, of like activity, that show as much.',
      page,
    ),
  ];
}

function familyRow({ family, weight, p }: FamilyContribution): string[] {
  return weight === null
    ? [family, 'not measured', '', '']
    : [family, weightOf(weight), odds(weight), p === null ? '' : formatRate(p)];
}

function changes({ without, account }: Explanation, page: TextPage): string[] {
  const changing = without.filter(({ verdict }) => verdict !== account.verdict);
  const staying = without.filter(({ verdict }) => verdict === account.verdict).map(partName);
  return [
    ...wrap('What would change the verdict', page.width).map(page.strong),
    ...note('Everything is decided again, for all accounts, with each part left out.', page),
    ...changing.flatMap((each) =>
      wrapParagraph(
        withFullStop(`Without ${partName(each)}: ${VERDICT_TEXTS[each.verdict].name} (q ${formatRate(each.q)})`),
        page.prose,
        { first: ' · ', indent: '   ' },
      ),
    ),
    ...(changing.length === 0
      ? wrapParagraph('Nothing: it stays the same whichever part is left out.', page.prose, { indent: ' ' })
      : []),
    ...(staying.length === 0 || changing.length === 0
      ? []
      : note(`It stays the same without any one of these: ${staying.join(', ')}.`, page)),
  ];
}

function partName({ leftOut, kind }: LeaveOneOut): string {
  return kind === 'family' ? `the whole family ${leftOut}` : signalName(leftOut);
}

function basis({ dump, inputs, cautions }: Explanation, page: TextPage): string[] {
  const files = inputs.map(({ path, sha256 }) => `${escapeControls(path)}, SHA-256 ${escapeControls(sha256)}`);
  return [
    ...wrap('What it rests on', page.width).map(page.strong),
    ...wrapParagraph(
      `${formatCount(dump.posts, 'post')} by ${formatCount(dump.accounts, 'account')}, ${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}. All times are UTC.`,
      page.prose,
      { first: ' ', indent: '   ' },
    ),
    ...files.flatMap((file) => wrapParagraph(file, page.prose, { first: ' ', indent: '   ' })),
    ...cautions.flatMap((caution) =>
      wrapParagraph(escapeControls(caution), page.prose, { first: ' ', indent: '   ' }).map(page.alarming),
    ),
  ];
}

function note(text: string, page: TextPage): string[] {
  return wrapParagraph(text, page.prose, { first: ' ', indent: '   ' }).map(page.quiet);
}
