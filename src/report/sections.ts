/** The sections after the headline: the accounts with each verdict, and the groups. */

import type { AccountResult, GroupResult, Result, SharedItem } from '../documents/result.js';
import type { Verdict, VerdictReason } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { cutText, withoutFullStop, formatCount, formatNumber } from '../text/format.js';
import { formatDaySpan, formatTimeSpan } from '../time/format-dates.js';
import { accountName, listAccounts } from './accounts.js';
import type { TextPage } from './page.js';
import { displayWidth, wrapParagraph, wrap } from './text-layout.js';
import { REASON_TEXTS, VERDICT_TEXTS } from './verdicts.js';

const NAMED = 4;
/** Maximum number of shared items shown for each group; the JSON has more. */
const SHARED_SHOWN = 2;
const SHARED_LINES = 2;

/** The likely coordinated accounts with their strongest evidence, at most `page.most`. */
export function coordinatedSection(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'coordinated');
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...sectionHeading('Likely coordinated', shown.length, accounts.length, page),
    ...listAccounts(shown, { found: true, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

/** The groups: what each does, when, and what it shares. */
export function groupsSection(result: Result, page: TextPage): string[] {
  if (result.groups.length === 0) return [];
  const names = new Map(result.accounts.map((account) => [account.id, account]));
  const shown = result.groups.slice(0, page.most);
  const lines = shown.flatMap((group) => {
    return [
      ...wrapParagraph(`${escapeControls(group.id)} · ${withoutFullStop(group.says)}`, page.prose, {
        first: ' ',
        indent: '   ',
      }),
      ...wrapParagraph(memberNames(group, names), page.prose, { indent: '   ' }),
      ...wrapParagraph(activity(group, result), page.prose, { indent: '   ' }),
      ...group.shared
        .slice(0, SHARED_SHOWN)
        .flatMap((item) =>
          wrapParagraph(sharedBy(item), page.prose, { first: '   · ', indent: '     ', most: SHARED_LINES }),
        ),
      ...wrapParagraph(`Not only a push does this. ${group.alsoExplainedBy}`, page.prose, { indent: '   ' }).map(
        page.quiet,
      ),
    ];
  });
  return [...sectionHeading('Groups, by what they share', shown.length, result.groups.length, page), ...lines];
}

/** The accounts that repeat themselves, with the evidence. */
export function floodingSection(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'flooding');
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...sectionHeading(capitalize(VERDICT_TEXTS.flooding.name), shown.length, accounts.length, page),
    ...listAccounts(shown, { found: true, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

/** Numbers of unclear accounts by reason. In an undecided dump no account is named. */
export function unclearSection(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'unclear');
  if (accounts.length === 0) return [];
  const reasons = byReason(accounts);
  const lines = reasons.flatMap(({ reason, accounts: same }) =>
    wrapParagraph(
      `${formatNumber(same.length)} · ` +
        `${REASON_TEXTS[reason]}${reason === 'undecided' ? '' : `: ${naming(same.map(accountName))}`}`,
      page.prose,
      { first: ' ', indent: '   ' },
    ),
  );
  return [...sectionHeading('Unclear, by reason', reasons.length, reasons.length, page), ...lines];
}

/** The most common reason first, then by name; within a reason as given. */
function byReason(
  accounts: readonly AccountResult[],
): { readonly reason: VerdictReason; readonly accounts: readonly AccountResult[] }[] {
  const reasons = new Map<VerdictReason, AccountResult[]>();
  for (const account of accounts) {
    if (account.reason === null) continue;
    const same = reasons.get(account.reason);
    if (same) same.push(account);
    else reasons.set(account.reason, [account]);
  }
  return [...reasons]
    .map(([reason, same]) => ({ reason, accounts: same }))
    .sort((a, b) => b.accounts.length - a.accounts.length || (a.reason < b.reason ? -1 : 1));
}

/** A text about the members of a group; it names only those that are called coordinated. */
export function memberNames({ accounts, coordinated }: GroupResult, names: ReadonlyMap<string, AccountResult>): string {
  const rest = accounts.length - coordinated;
  if (coordinated === 0) return 'All are unclear, and nobody is named.';
  const called = accounts.flatMap((id) => {
    const account = names.get(id);
    return account?.verdict === 'coordinated' ? [accountName(account)] : [];
  });
  return (
    `${formatNumber(coordinated)} likely ` +
    `coordinated${rest === 0 ? '' : `, ${formatNumber(rest)} unclear`}: ${naming(called)}`
  );
}

/** When a group posted, and when its accounts were created. */
function activity({ posts, from, to, busiest, creation }: GroupResult, { dump }: Result): string {
  const span = (first: string, last: string): string => formatTimeSpan(first, last, dump.resolutionSeconds);
  const most =
    posts === busiest.posts ? '' : `, ${formatNumber(busiest.posts)} of them ${span(busiest.from, busiest.to)}`;
  const densest =
    creation.densest === null
      ? ''
      : `; ${formatNumber(creation.densest.accounts)} of ${formatNumber(creation.dated)} created on ` +
        `${formatDaySpan(creation.densest.from, creation.densest.to)}`;
  return `${formatCount(posts, 'post')}, ${span(from, to)}${most}${densest}`;
}

/** First the number of accounts that share it, then the item: a long text may be cut, a number must not be. */
function sharedBy({ kind, column, example, accounts, others }: SharedItem): string {
  const besides = others === 0 ? 'nobody else' : formatCount(others, 'other');
  const name = column === undefined ? SHARED_NAMES[kind] : escapeControls(cutText(column));
  return (
    `${name}, ${formatCount(accounts, 'account')}, ${besides}: ` +
    `${escapeControls(example.replaceAll(/\s+/gu, ' ').trim())}`
  );
}

const SHARED_NAMES: Readonly<Record<SharedItem['kind'], string>> = {
  text: 'text',
  retweet: 'retweet',
  link: 'link',
  object: 'object',
  tags: 'hashtags',
};

/** The most active accounts without a finding. */
export function organicSection(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'organic').toSorted((a, b) => b.posts - a.posts);
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...sectionHeading(
      `${capitalize(VERDICT_TEXTS.organic.name)}, the most active`,
      shown.length,
      accounts.length,
      page,
    ),
    ...listAccounts(shown, { found: false, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

/** A heading; if the list is shortened, with the numbers of entries and how to see the rest. */
export function sectionHeading(text: string, shown: number, all: number, page: TextPage, flag = '--top 0'): string[] {
  if (shown === all) return wrap(text, page.width).map(page.strong);
  const name = `${text}: ${formatNumber(shown)} of ${formatNumber(all)}`;
  if (page.plain) return [`${name}, all: ${flag}`];
  const hint = `all: ${flag}`;
  const gap = Math.min(page.width, page.prose) - displayWidth(name) - displayWidth(hint);
  return gap < 2
    ? [...wrap(name, page.width).map(page.strong), page.quiet(hint)]
    : [page.strong(name) + ' '.repeat(gap) + page.quiet(hint)];
}

function naming(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 1 ? `${names.slice(0, NAMED).join(', ')} and ${formatNumber(rest)} more` : names.join(', ');
}

function of({ accounts }: Result, wanted: Verdict): AccountResult[] {
  return accounts.filter(({ verdict }) => verdict === wanted);
}

/** The text with its first letter in upper case. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
