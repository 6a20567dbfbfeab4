/**
 * Tables of accounts. A row links to the case of its account, which opens below it. Of accounts without findings, a
 * page lists a limited number.
 */

import type { AccountResult } from '../../documents/result.js';
import { type Verdict, VERDICTS } from '../../documents/verdict.js';
import { busiestWindowName } from '../../text/format-durations.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { formatDay } from '../../time/format-dates.js';
import { accountName, otherName } from '../accounts.js';
import { cutNamesSentence } from '../cut-names.js';
import { REASON_TEXTS, VERDICT_TEXTS } from '../verdicts.js';
import { accountCase, byEvidenceStrength } from './case.js';
import { html, type SafeHtml, EMPTY_HTML, isolate } from './markup.js';
import { hasFindings, type PageIndex } from './page-index.js';

const INTRODUCTIONS: Readonly<Record<Verdict, string>> = {
  coordinated:
    'Evidence of at least two independent kinds, one of them about several accounts. Coordinated ' +
    'need not be inauthentic: volunteers, fans and activists coordinate too. A name opens the ' +
    'evidence, the posts and a sentence to cite. The score (0 to 100) ranks accounts; it is not a ' +
    'probability.',
  unclear: 'Some evidence, not enough to name. Nobody in this list should be cited as coordinated.',
  flooding:
    'The same text again and again, or posts in bursts, more than chance explains, and nobody acts ' +
    'along. That is not coordination.',
  organic: 'No coordination was found. That does not clear anybody who acted very carefully.',
  insufficient: 'Too little in the dump to judge.',
};

/** Whether a table is folded until the reader opens it. */
function isFolded(verdict: Verdict): boolean {
  return verdict === 'unclear' || !hasFindings(verdict);
}

/** The tables of accounts, one for each verdict that has any; those of ordinary accounts are folded. */
export function accountTables(shown: PageIndex): SafeHtml {
  const cut = cutNamesSentence(shown.result.accounts);
  return html`${cut === '' ? '' : html`<p class="quiet">${cut}</p>\n`}${VERDICTS.map((verdict) => accountTable(verdict, shown))}`;
}

function accountTable(verdict: Verdict, shown: PageIndex): SafeHtml {
  const { result } = shown;
  const all = result.summary.accounts[verdict];
  const accounts = shown.listed[verdict];
  if (all === 0 || accounts.length === 0) return EMPTY_HTML;
  const found = hasFindings(verdict);
  const rest =
    accounts.length === all
      ? ''
      : ` The ${formatNumber(accounts.length)} ${found ? 'with the highest scores' : 'most active'} are ` +
        `listed; all ${formatNumber(all)} are in the table of accounts (-o accounts.csv) and in the JSON ` +
        '(--json).';
  const columns = {
    found,
    dated: accounts.some(({ createdAt, createdAtFrom }) => (createdAt ?? createdAtFrom) !== null),
    // If all are in the same group, a column of groups is useless.
    grouped: found && new Set(accounts.map(({ group }) => group)).size > 1,
  };
  const heads = [
    head('account', 'text'),
    ...(found ? [head('score', 'number')] : []),
    ...(columns.dated ? [head('created', 'text')] : []),
    head('posts', 'number'),
    head(`in ${busiestWindowName(result.dump.resolutionSeconds)}`, 'number'),
    ...(columns.grouped ? [head('group', 'text')] : []),
    ...(found ? [head(verdict === 'coordinated' ? 'strongest evidence' : 'why', 'text')] : []),
  ];
  const id = `accounts-${verdict}`;
  const table = html`<p class="search" hidden><label for="${id}-q">Search this table</label> <input id="${id}-q" type="search" autocomplete="off" spellcheck="false"> <output id="${id}-count" for="${id}-q" aria-live="polite"></output></p>
<table id="${id}-table" class="list${found ? ' found' : ''}" aria-labelledby="${id}"><thead><tr>${heads}</tr></thead>
${accounts.map((account) => entry(account, columns, heads.length, shown))}</table>`;
  return html`<section class="accounts" aria-labelledby="${id}">
<h3 id="${id}">${capital(VERDICT_TEXTS[verdict].name)}: ${formatCount(all, 'account')}</h3>
<p>${INTRODUCTIONS[verdict]}${rest}</p>
${isFolded(verdict) ? html`<p class="unfold"><a href="#${id}-all">${accounts.length === all ? 'Show them' : `Show the ${formatNumber(accounts.length)}`}</a></p><div class="folded" id="${id}-all">${table}</div>` : table}
</section>
`;
}

function head(name: string, sort: 'text' | 'number'): SafeHtml {
  return html`<th scope="col" data-sort="${sort}"${sort === 'number' ? html` class="n"` : ''}>${name}</th>`;
}

function entry(
  account: AccountResult,
  { found, dated, grouped }: { found: boolean; dated: boolean; grouped: boolean },
  columns: number,
  shown: PageIndex,
): SafeHtml {
  const anchor = shown.anchorOf.get(account.id);
  const name = accountName(account);
  const named = html`<span class="name">${isolate(name)}</span>`;
  const display = otherName(account);
  const other = display === '' ? EMPTY_HTML : html` <span class="other">${isolate(display)}</span>`;
  const busiest = busiestWindowName(shown.result.dump.resolutionSeconds);
  const opens = found && anchor !== undefined;
  return html`<tbody${anchor === undefined ? '' : html` id="${anchor}"`}><tr><th scope="row">${opens ? html`<a href="#${anchor}">${named}</a>` : named}${other}</th>${[
    ...(found ? [html`<td class="n" data-th="score">${formatNumber(Math.round(account.score))}</td>`] : []),
    ...(dated ? [html`<td class="day" data-th="created">${created(account)}</td>`] : []),
    html`<td class="n" data-th="posts">${formatNumber(account.posts)}</td><td class="n" data-th="in ${busiest}">${formatNumber(account.mostInTenMinutes)}</td>`,
    ...(grouped
      ? [
          html`<td data-th="group">${account.group === null ? '–' : html`<a href="#${account.group}">${account.group}</a>`}</td>`,
        ]
      : []),
    ...(found ? [html`<td class="why">${why(account)}</td>`] : []),
  ]}</tr>${opens ? html`<tr class="case"><td colspan="${columns}">${accountCase(account, shown)}</td></tr>` : ''}</tbody>
`;
}

/** The strongest finding in full; before it, the reason why the account is not called, if there is one. */
function why({ evidence, reason }: AccountResult): SafeHtml {
  const [first] = byEvidenceStrength(evidence);
  const says = first ? isolate(capital(first.says)) : html`No single finding stands out`;
  const more = evidence.length > 1 ? html` <span class="quiet">+ ${evidence.length - 1} more</span>` : '';
  return html`${reason === null ? '' : html`<strong>${capital(REASON_TEXTS[reason])}.</strong> `}${says}${more}`;
}

function created({ createdAt, createdAtFrom, createdAtSource }: AccountResult): string {
  const day = createdAt ?? createdAtFrom;
  if (day === null) return '–';
  return `${createdAtSource === 'interpolated' ? '~' : ''}${formatDay(day)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
