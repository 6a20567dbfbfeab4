/**
 * The whole case of one account as a page: the verdict and its reason, the evidence for and against it, what would
 * change it.
 */

import type { Explanation, FamilyContribution } from '../documents/explanation.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, formatRate } from '../text/format.js';
import { formatDay, formatTimeSpan } from '../time/format-dates.js';
import { fullName } from './accounts.js';
import { claimOf } from './claim.js';
import { cutNames, explainedAccounts, shownId } from './cut-names.js';
import { leftColumn, rightColumn, tableOrLines } from './evaluation-table.js';
import { ownPosts, sharedWithOthers } from './explanation-posts.js';
import { signalSections } from './explanation-signals.js';
import { missingSentences, verdictChanges, verdictSentences, namingRequirements } from './explanation-verdict.js';
import { DISCLAIMER } from './headline.js';
import { joinSections, type TextPage, type TextOptions, createPage } from './page.js';
import { FAMILY_TITLES, typicalCell } from './signal-titles.js';
import { joinFacts, wrapParagraph, wrap } from './text-layout.js';

/**
 * Renders the case of one account for people, as `explain` prints it.
 *
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { explain, renderExplanation } from 'trend-audit';
 *
 * const explanation = await explain(['fixtures/small-campaign/tweets.csv'], 'babushka_mash_6');
 * console.log(renderExplanation(explanation, { width: 80, color: false, top: 3 }).split('\n')[0]);
 * //→ babushka_mash_6 is called likely coordinated in this dump: three independent
 * ```
 */
export function renderExplanation(explanation: Explanation, options: TextOptions): string {
  const page = createPage(options);
  const sections = [
    head(explanation, page),
    ...signalSections(explanation, page),
    missing(explanation, page),
    changes(explanation, page),
    sharedWithOthers(explanation, page),
    ownPosts(explanation, page),
    families(explanation, page),
    claim(explanation, page),
    basis(explanation, page),
    cutNames(explainedAccounts(explanation), page),
  ];
  return joinSections(sections, page);
}

const SOURCES: Readonly<Record<Explanation['account']['createdAtSource'], string>> = {
  dump: 'as the dump states',
  snowflake: 'as its id tells',
  interpolated: 'estimated from its id',
  none: '',
};

/** Facts about the account: id, creation date, number of posts and the like; escaped. */
export function accountFacts({ account }: Explanation): string[] {
  const created = account.createdAt ?? account.createdAtFrom;
  return [
    `id ${shownId(account.id)}`,
    created === null ? 'creation date unknown' : `created ${formatDay(created)}, ${SOURCES[account.createdAtSource]}`,
    formatCount(account.posts, 'post'),
    ...(account.group === null ? [] : [`group ${escapeControls(account.group)}`]),
    `score ${formatNumber(account.score)} of 100, for ranking only`,
  ];
}

/** `name (display name)`; escaped. */
export function accountTitle({ account }: Explanation): string {
  return fullName(account);
}

function head(explanation: Explanation, page: TextPage): string[] {
  const { url } = explanation.account;
  const [verdict, sureness] = verdictSentences(explanation);
  return [
    ...wrapParagraph(verdict, page.prose).map(page.strong),
    ...wrapParagraph(sureness, page.prose),
    ...wrap(DISCLAIMER, page.prose).map(page.quiet),
    '',
    ...joinFacts([accountTitle(explanation), ...accountFacts(explanation), ...(url === null ? [] : [url])], page.prose),
  ];
}

function missing(explanation: Explanation, page: TextPage): string[] {
  if (explanation.account.verdict === 'coordinated') return [];
  return [
    ...wrap('What is missing for ‘likely coordinated’', page.width).map(page.strong),
    ...note(namingRequirements(explanation), page),
    ...missingSentences(explanation).flatMap((sentence) =>
      wrapParagraph(sentence, page.prose, { first: ' · ', indent: '   ' }),
    ),
  ];
}

function changes(explanation: Explanation, page: TextPage): string[] {
  const { changing, staying } = verdictChanges(explanation);
  return [
    ...wrap('What would change the verdict', page.width).map(page.strong),
    ...note('Everything is decided again, for all accounts, with each part left out.', page),
    ...changing.flatMap((sentence) => wrapParagraph(sentence, page.prose, { first: ' · ', indent: '   ' })),
    ...(changing.length === 0
      ? wrapParagraph('Nothing: it stays the same whichever part is left out.', page.prose, { indent: ' ' })
      : []),
    ...(staying.length === 0 || changing.length === 0
      ? []
      : note(`It stays the same without any one of these: ${staying.join(', ')}.`, page)),
  ];
}

function families(explanation: Explanation, page: TextPage): string[] {
  return [
    ...wrap('Kinds of evidence, added up', page.width).map(page.strong),
    ...tableOrLines(
      [leftColumn('kind'), leftColumn('together more typical of'), rightColumn('by chance')],
      explanation.families.map((each) => familyRow(each, explanation)),
      page,
    ),
    ...note('By chance: the share of comparable ordinary accounts that show this much.', page),
  ];
}

/** A row for a kind of evidence: the sum of its signals, and how often chance gives as much. */
export function familyRow({ family, weight, p }: FamilyContribution, explanation: Explanation): string[] {
  return weight === null
    ? [FAMILY_TITLES[family], 'not measured', '']
    : [FAMILY_TITLES[family], typicalCell(weight, explanation), p === null ? '' : formatRate(p)];
}

function claim(explanation: Explanation, page: TextPage): string[] {
  return [
    ...wrap('To copy', page.width).map(page.strong),
    ...wrapParagraph(claimOf(explanation.account, explanation), page.prose, { indent: ' ' }),
  ];
}

function basis({ dump, inputs, tool, cautions }: Explanation, page: TextPage): string[] {
  const files = inputs.map(({ path, sha256 }) => `${escapeControls(path)}, SHA-256 ${escapeControls(sha256)}`);
  return [
    ...wrap('What it rests on', page.width).map(page.strong),
    ...wrapParagraph(
      `${formatCount(dump.posts, 'post')} by ${formatCount(dump.accounts, 'account')}, ` +
        `${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}, read by ${tool.name} ` +
        `${tool.version}. All times are UTC.`,
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
