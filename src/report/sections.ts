/** What follows the headline: who, in which groups, who is unclear, who was cleared. */

import type { Verdict } from '../evidence.js';
import type { AccountResult, GroupResult, Result, SharedItem } from '../result.js';
import { visible } from '../text/visible.js';
import { accountName, listAccounts } from './accounts.js';
import { displayWidth, paragraph, wrap } from './fit.js';
import type { Page } from './page.js';
import { byReason } from './reasons.js';
import { clause, count, daySpan, number, timeSpan } from './words.js';

const NAMED = 4;
/** Of what each group shares; the JSON has more. */
const SHARED_SHOWN = 2;
const SHARED_LINES = 2;

export function likelyCoordinated(result: Result, page: Page): string[] {
  const accounts = of(result, 'coordinated');
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...heading('Likely coordinated', shown.length, accounts.length, page),
    ...listAccounts(shown, { found: true, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

export function groups(result: Result, page: Page): string[] {
  if (result.groups.length === 0) return [];
  const names = new Map(result.accounts.map((account) => [account.id, accountName(account)]));
  const shown = result.groups.slice(0, page.most);
  const lines = shown.flatMap((group) => {
    const members = naming(group.accounts.map((account) => names.get(account) ?? visible(account)));
    return [
      ...paragraph(`${visible(group.id)} · ${clause(group.says)}: ${members}`, page.prose, { first: ' ', indent: '   ' }),
      ...paragraph(activity(group, result), page.prose, { indent: '   ' }),
      ...group.shared.slice(0, SHARED_SHOWN).flatMap((item) => paragraph(sharedBy(item), page.prose, { first: '   · ', indent: '     ', most: SHARED_LINES })),
    ];
  });
  return [...heading('Groups, by what they share', shown.length, result.groups.length, page), ...lines];
}

export function unclear(result: Result, page: Page): string[] {
  const accounts = of(result, 'unclear');
  if (accounts.length === 0) return [];
  const reasons = byReason(accounts);
  const shown = reasons.slice(0, page.most);
  const lines = shown.flatMap(({ reason, accounts: same }) =>
    paragraph(`${number(same.length)} · ${reason}: ${naming(same.map(accountName))}`, page.prose, { first: ' ', indent: '   ' }),
  );
  return [...heading('Unclear, by the strongest sign', shown.length, reasons.length, page), ...lines];
}

/** When a group posted, and when its accounts were made. */
function activity({ posts, from, to, busiest, creation }: GroupResult, { dump }: Result): string {
  const span = (first: string, last: string): string => timeSpan(first, last, dump.resolutionSeconds);
  const most = posts === busiest.posts ? '' : `, ${number(busiest.posts)} of them ${span(busiest.from, busiest.to)}`;
  const densest = creation.densest === null ? '' : `; ${number(creation.densest.accounts)} of ${number(creation.dated)} created on ${daySpan(new Date(creation.densest.from), new Date(creation.densest.to))}`;
  return `${count(posts, 'post')}, ${span(from, to)}${most}${densest}`;
}

/** How many bear it, then what it is: a long text is cut, a number never. */
function sharedBy({ kind, example, accounts, others }: SharedItem): string {
  const besides = others === 0 ? 'nobody else' : count(others, 'other');
  return `${SHARED_NAMES[kind]}, ${count(accounts, 'account')}, ${besides}: ${visible(example.replaceAll(/\s+/gu, ' ').trim())}`;
}

const SHARED_NAMES: Readonly<Record<SharedItem['kind'], string>> = { text: 'text', retweet: 'retweet', link: 'link', tags: 'hashtags' };

/** The most active of those on whom nothing was found: who was cleared although busy. */
export function organic(result: Result, page: Page): string[] {
  const accounts = of(result, 'organic').toSorted((a, b) => b.posts - a.posts);
  if (accounts.length === 0) return [];
  const shown = accounts.slice(0, page.most);
  return [
    ...heading('Organic: no sign found, the most active', shown.length, accounts.length, page),
    ...listAccounts(shown, { found: false, resolutionSeconds: result.dump.resolutionSeconds }, page),
  ];
}

/** A heading; where the list is cut short, by how much and how to see the rest. */
function heading(text: string, shown: number, all: number, page: Page): string[] {
  if (shown === all) return wrap(text, page.width).map(page.strong);
  const name = `${text}: ${number(shown)} of ${number(all)}`;
  if (page.plain) return [`${name}, all: --top 0`];
  const hint = 'all: --top 0';
  const gap = Math.min(page.width, page.prose) - displayWidth(name) - displayWidth(hint);
  return gap < 2 ? [...wrap(name, page.width).map(page.strong), page.quiet(hint)] : [page.strong(name) + ' '.repeat(gap) + page.quiet(hint)];
}

function naming(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 1 ? `${names.slice(0, NAMED).join(', ')} and ${number(rest)} more` : names.join(', ');
}

function of({ accounts }: Result, wanted: Verdict): AccountResult[] {
  return accounts.filter(({ verdict }) => verdict === wanted);
}
