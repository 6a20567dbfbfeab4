/** What people see first: the answer in about forty lines. Everything else is on the full page (`--full`). */

import type { Evidence } from '../documents/evidence.js';
import type { AccountResult, GroupResult, Result } from '../documents/result.js';
import { typedOptions } from '../options.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatNumber, withFullStop } from '../text/format.js';
import { formatDay } from '../time/format-dates.js';
import { accountName, fullName, listAccounts } from './accounts.js';
import { cutNames, hasLongName } from './cut-names.js';
import { byWeight } from './evidence-lines.js';
import { answerSection, countsShown, titleSection } from './headline.js';
import { createPage, joinSections, type TextOptions, type TextPage } from './page.js';
import { memberNames, capitalize, sectionHeading } from './sections.js';
import { quoteForShell } from './shell-words.js';
import { joinFacts, wrapParagraph } from './text-layout.js';
import { VERDICT_TEXTS } from './verdicts.js';

/** Lists on the first screen are short by default. */
export const FIRST_NAMES = 4;
const ALONE = 2;
const GROUPS = 3;

/**
 * Renders the answer and the likely coordinated accounts for people, as `analyze` prints it.
 *
 * @returns about forty lines of text; it ends in a newline
 * @example
 * ```js
 * import { analyze, renderFirstScreen } from 'trend-audit';
 *
 * const result = await analyze(['fixtures/small-campaign/tweets.csv']);
 * console.log(renderFirstScreen(result, { width: 80, color: false, top: 3 }).split('\n')[1]);
 * //→ 300 posts · 101 accounts · 28 Feb 07:18 – 3 Mar 2014 20:49 UTC
 * ```
 */
export function renderFirstScreen(result: Result, options: TextOptions): string {
  const page = createPage(options);
  return joinSections(
    [titleSection, answerSection, countsShown, names, alone, groups, cut, next].map((section) => section(result, page)),
    page,
  );
}

function names(result: Result, page: TextPage): string[] {
  const accounts = result.accounts.filter(({ verdict }) => verdict === 'coordinated');
  return listed(result, VERDICT_TEXTS.coordinated.name, accounts, page, '--top 0');
}

function alone(result: Result, page: TextPage): string[] {
  const accounts = result.accounts.filter(({ verdict }) => verdict === 'flooding');
  return listed(result, VERDICT_TEXTS.flooding.name, accounts, { ...page, most: Math.min(ALONE, page.most) }, '--full');
}

/** Each account with its strongest reason in full; on a plain page, which programs read, with all its reasons. */
function listed(
  { dump }: Result,
  title: string,
  accounts: readonly AccountResult[],
  page: TextPage,
  rest: string,
): string[] {
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  const head = sectionHeading(capitalize(title), shown.length, accounts.length, page, rest);
  if (page.plain)
    return [...head, ...listAccounts(shown, { found: true, resolutionSeconds: dump.resolutionSeconds }, page)];
  return [
    ...head,
    ...shown.flatMap((account) => [
      ...joinFacts(facts(account), page.prose - 1).map((line) => ` ${line}`),
      ...strongest(account).flatMap(({ says }) =>
        wrapParagraph(withFullStop(escapeControls(says)), page.prose, { indent: '   ' }),
      ),
    ]),
  ];
}

/**
 * The strongest reason that involves several accounts, if there is one: what an account does alone is not coordination.
 */
function strongest({ evidence }: AccountResult): Evidence[] {
  const all = byWeight(evidence);
  return [all.find(({ family }) => family === 'sharing') ?? all[0]].flatMap((reason) => reason ?? []);
}

function facts(account: AccountResult): string[] {
  const created = account.createdAt ?? account.createdAtFrom;
  return [
    fullName(account),
    `score ${formatNumber(Math.round(account.score))}`,
    formatCount(account.posts, 'post'),
    ...(created === null
      ? []
      : [`created ${account.createdAtSource === 'interpolated' ? '~' : ''}${formatDay(created)}`]),
  ];
}

/** Two lines for each group: what it does, and its members. */
function groups(result: Result, page: TextPage): string[] {
  if (result.groups.length === 0) return [];
  const accounts = new Map(result.accounts.map((account) => [account.id, account]));
  const shown = result.groups.slice(0, GROUPS);
  return [
    ...sectionHeading('Groups', shown.length, result.groups.length, page, '--full'),
    ...shown.flatMap((group) => [
      ...wrapParagraph(`${escapeControls(group.id)} · ${whatItDoes(group)}`, page.prose, { first: ' ', indent: '   ' }),
      ...wrapParagraph(memberNames(group, accounts), page.prose, { indent: '   ' }),
    ]),
  ];
}

function whatItDoes({ says }: GroupResult): string {
  return withFullStop(escapeControls(says));
}

function cut({ accounts }: Result, page: TextPage): string[] {
  return cutNames(accounts, page);
}

/** What to do next, with the names in this dump and the options with which it was read. */
function next({ inputs, accounts, summary, options }: Result, page: TextPage): string[] {
  const [first] = accounts;
  const file = inputs.length === 1 && inputs[0] ? inputs[0].path : 'FILE';
  const called = summary.accounts.coordinated > 0 && first && !hasLongName(first) ? accountName(first) : 'ACCOUNT';
  const explain = ['explain', file, called, ...typedOptions(options)].map(quoteForShell).join(' ');
  return wrapParagraph(
    `Next: trend-audit ${explain}; --full for the whole page, --top 0 for all names, ` +
      '-o report.html for a page with posts and evidence.',
    page.prose,
    { indent: ' ', first: '' },
  ).map(page.quiet);
}
