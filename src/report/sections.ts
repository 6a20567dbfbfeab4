/** What follows the headline: who, in which groups, who is unclear, who was cleared. */

import type { Verdict } from '../documents/evidence.js';
import type { AccountResult, GroupResult, Result, SharedItem } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { withoutFullStop, formatCount, formatNumber } from '../text/format.js';
import { formatDaySpan, formatTimeSpan } from '../time/format-dates.js';
import { accountName, listAccounts } from './accounts.js';
import { groupByTopSignal } from './evidence-lines.js';
import type { TextPage } from './page.js';
import { displayWidth, wrapParagraph, wrap } from './text-layout.js';

const NAMED = 4;
/** Of what each group shares; the JSON has more. */
const SHARED_SHOWN = 2;
const SHARED_LINES = 2;

export function likelyCoordinated(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'coordinated');
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...heading('Likely coordinated', shown.length, accounts.length, page),
    ...listAccounts(shown, { found: true, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

export function groups(result: Result, page: TextPage): string[] {
  if (result.groups.length === 0) return [];
  const names = new Map(result.accounts.map((account) => [account.id, accountName(account)]));
  const shown = result.groups.slice(0, page.most);
  const lines = shown.flatMap((group) => {
    const members = naming(group.accounts.map((account) => names.get(account) ?? escapeControls(account)));
    return [
      ...wrapParagraph(`${escapeControls(group.id)} · ${withoutFullStop(group.says)}: ${members}`, page.prose, {
        first: ' ',
        indent: '   ',
      }),
      ...wrapParagraph(activity(group, result), page.prose, { indent: '   ' }),
      ...group.shared
        .slice(0, SHARED_SHOWN)
        .flatMap((item) =>
          wrapParagraph(sharedBy(item), page.prose, { first: '   · ', indent: '     ', most: SHARED_LINES }),
        ),
    ];
  });
  return [...heading('Groups, by what they share', shown.length, result.groups.length, page), ...lines];
}

export function unclear(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'unclear');
  if (accounts.length === 0) return [];
  const reasons = groupByTopSignal(accounts);
  const shown = reasons.slice(0, page.most);
  const lines = shown.flatMap(({ reason, accounts: same }) =>
    wrapParagraph(`${formatNumber(same.length)} · ${reason}: ${naming(same.map(accountName))}`, page.prose, {
      first: ' ',
      indent: '   ',
    }),
  );
  return [...heading('Unclear, by the strongest sign', shown.length, reasons.length, page), ...lines];
}

/** When a group posted, and when its accounts were made. */
function activity({ posts, from, to, busiest, creation }: GroupResult, { dump }: Result): string {
  const span = (first: string, last: string): string => formatTimeSpan(first, last, dump.resolutionSeconds);
  const most =
    posts === busiest.posts ? '' : `, ${formatNumber(busiest.posts)} of them ${span(busiest.from, busiest.to)}`;
  const densest =
    creation.densest === null
      ? ''
      : `; ${formatNumber(creation.densest.accounts)} of ${formatNumber(creation.dated)} created on ${formatDaySpan(creation.densest.from, creation.densest.to)}`;
  return `${formatCount(posts, 'post')}, ${span(from, to)}${most}${densest}`;
}

/** How many bear it, then what it is: a long text is cut, a number never. */
function sharedBy({ kind, example, accounts, others }: SharedItem): string {
  const besides = others === 0 ? 'nobody else' : formatCount(others, 'other');
  return `${SHARED_NAMES[kind]}, ${formatCount(accounts, 'account')}, ${besides}: ${escapeControls(example.replaceAll(/\s+/gu, ' ').trim())}`;
}

const SHARED_NAMES: Readonly<Record<SharedItem['kind'], string>> = {
  text: 'text',
  retweet: 'retweet',
  link: 'link',
  tags: 'hashtags',
};

/** The most active of those on whom nothing was found: who was cleared although busy. */
export function organic(result: Result, page: TextPage): string[] {
  const accounts = of(result, 'organic').toSorted((a, b) => b.posts - a.posts);
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...heading('Organic: no sign found, the most active', shown.length, accounts.length, page),
    ...listAccounts(shown, { found: false, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

/** A heading; where the list is cut short, by how much and how to see the rest. */
function heading(text: string, shown: number, all: number, page: TextPage): string[] {
  if (shown === all) return wrap(text, page.width).map(page.strong);
  const name = `${text}: ${formatNumber(shown)} of ${formatNumber(all)}`;
  if (page.plain) return [`${name}, all: --top 0`];
  const hint = 'all: --top 0';
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
