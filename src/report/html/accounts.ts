/** Every account that is shown one by one, with its evidence and its posts; the others as far as a page holds them. */

import type { Evidence } from '../../documents/evidence.js';
import type { ReportData, ShownPost } from '../../documents/report-data.js';
import type { AccountResult, Result } from '../../documents/result.js';
import { type Verdict, VERDICTS } from '../../documents/verdict.js';
import { busiestWindowName } from '../../text/format-durations.js';
import { formatCount, formatNumber, withFullStop } from '../../text/format.js';
import { formatDay, formatTime } from '../../time/format-dates.js';
import { accountName } from '../accounts.js';
import { signalName } from '../signal-names.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { html, paragraphs, type SafeHtml, EMPTY_HTML, isolate } from './markup.js';

/**
 * Rows of each table. An account on which something was found takes up to 4 kB with its evidence, any other 300 bytes: so
 * many are 5 MB, which leaves as much of the 10 MB that a browser opens at once to posts and drawings.
 */
const ROWS: Readonly<Record<Verdict, number>> = {
  coordinated: 800,
  flooding: 100,
  unclear: 400,
  organic: 500,
  insufficient: 100,
};

const INTRODUCTIONS: Readonly<Record<Verdict, string>> = {
  coordinated:
    'Evidence of at least two independent kinds, one of them about several accounts. Coordinated need not be inauthentic: volunteers, fans and activists coordinate too.',
  unclear: 'Some sign, not enough to say more. No name of this list should be cited as coordinated.',
  flooding:
    'The same text again and again, or posts in bursts, more than chance explains, and nobody acts along. That is not coordination.',
  organic: 'No coordination was found. That does not clear anybody who acted very carefully.',
  insufficient: 'Too little in the dump to judge.',
};

/** Whether evidence is told of accounts with this verdict. */
function isFound(verdict: Verdict): boolean {
  return verdict !== 'organic' && verdict !== 'insufficient';
}

/** What a page has to know to name accounts and show their posts. */
export interface PageIndex {
  readonly result: Result;
  readonly postsOf: ReadonlyMap<string, readonly ShownPost[]>;
  /** Where on the page an account's row is, for those that have one. */
  readonly anchorOf: ReadonlyMap<string, string>;
}

export function buildPageIndex(result: Result, exhibits: ReportData): PageIndex {
  const postsOf = new Map<string, ShownPost[]>();
  for (const post of exhibits.posts) {
    const known = postsOf.get(post.account);
    if (known) known.push(post);
    else postsOf.set(post.account, [post]);
  }
  const rows = VERDICTS.filter(isFound).flatMap((verdict) => listed(result, verdict));
  return { result, postsOf, anchorOf: new Map(rows.map(({ id }, index) => [id, `a${index + 1}`])) };
}

export function accountTables(shown: PageIndex): SafeHtml {
  return html`${VERDICTS.map((verdict) => accountTable(verdict, shown))}`;
}

/** The account's name, leading to its row where it has one. */
export function nameOf(account: AccountResult, { anchorOf }: PageIndex): SafeHtml {
  const anchor = anchorOf.get(account.id);
  const name = isolate(accountName(account));
  return anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`;
}

function accountTable(verdict: Verdict, shown: PageIndex): SafeHtml {
  const { result } = shown;
  const all = result.summary.accounts[verdict];
  if (all === 0) return EMPTY_HTML;
  const accounts = listed(result, verdict);
  const found = isFound(verdict);
  const rest =
    accounts.length === all
      ? ''
      : ` The ${formatNumber(accounts.length)} ${found ? 'with the highest scores' : 'most active'} are listed; all ${formatNumber(all)} are in the table of accounts (-o accounts.csv) and in the JSON (--json).`;
  const dated = accounts.some(({ createdAt, createdAtFrom }) => (createdAt ?? createdAtFrom) !== null);
  const grouped = found && accounts.some(({ group }) => group !== null);
  const heads = [
    head('account', 'text'),
    ...(found ? [head('score', 'number', 'ranks accounts, 0 to 100; not a probability')] : []),
    ...(dated ? [head('created', 'text')] : []),
    head('posts', 'number'),
    head(`most in ${busiestWindowName(result.dump.resolutionSeconds)}`, 'number'),
    ...(grouped ? [head('group', 'text')] : []),
    ...(found ? [head('why', 'text')] : []),
  ];
  const id = `accounts-${verdict}`;
  return html`<section class="accounts" aria-labelledby="${id}">
<h3 id="${id}">${capital(VERDICT_TEXTS[verdict].name)}: ${formatCount(all, 'account')}</h3>
<p>${INTRODUCTIONS[verdict]}${rest}</p>
${found ? '' : html`<details class="fold"><summary>${accounts.length === all ? 'All of them' : `The ${formatNumber(accounts.length)} most active`}</summary>`}<p class="search" hidden><label for="${id}-q">Search this table</label> <input id="${id}-q" type="search" autocomplete="off" spellcheck="false"> <output id="${id}-count" for="${id}-q" aria-live="polite"></output></p>
<table id="${id}-table" class="list${found ? ' found' : ''}" aria-labelledby="${id}"><thead><tr>${heads}</tr></thead><tbody>
${accounts.map((account) => row(account, { found, dated, grouped }, shown))}</tbody></table>${found ? '' : html`</details>`}
</section>
`;
}

function head(name: string, sort: 'text' | 'number', meaning = ''): SafeHtml {
  return html`<th scope="col" data-sort="${sort}"${sort === 'number' ? html` class="n"` : ''}${meaning === '' ? '' : html` title="${meaning}"`}>${name}</th>`;
}

function row(
  account: AccountResult,
  { found, dated, grouped }: { found: boolean; dated: boolean; grouped: boolean },
  shown: PageIndex,
): SafeHtml {
  const anchor = shown.anchorOf.get(account.id);
  const name = accountName(account);
  const other =
    account.displayName === '' || account.displayName === name
      ? EMPTY_HTML
      : html` <span class="other">${isolate(account.displayName)}</span>`;
  const busiest = busiestWindowName(shown.result.dump.resolutionSeconds);
  return html`<tr${anchor === undefined ? '' : html` id="${anchor}"`}><th scope="row"><span class="name">${isolate(name)}</span>${other}</th>${[
    ...(found ? [html`<td class="n" data-th="score">${formatNumber(Math.round(account.score))}</td>`] : []),
    ...(dated ? [html`<td class="day" data-th="created">${created(account)}</td>`] : []),
    html`<td class="n" data-th="posts">${formatNumber(account.posts)}</td><td class="n" data-th="most in ${busiest}">${formatNumber(account.mostInTenMinutes)}</td>`,
    ...(grouped
      ? [
          html`<td data-th="group">${account.group === null ? '–' : html`<a href="#${account.group}">${account.group}</a>`}</td>`,
        ]
      : []),
    ...(found ? [html`<td class="why">${why(account, shown)}</td>`] : []),
  ]}</tr>
`;
}

/** The weightiest reason, behind which all are, and the posts. */
function why(account: AccountResult, { postsOf }: PageIndex): SafeHtml {
  const evidence = account.evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
  const posts = (postsOf.get(account.id) ?? []).filter(({ text }) => text !== null);
  const first = evidence[0];
  const summary = first ? html`<bdi>${capital(first.says)}</bdi>` : html`No sign that stands out by itself`;
  const inside = [
    ...(evidence.length > 1 ? [formatCount(evidence.length, 'reason')] : []),
    ...(posts.length > 0 ? [formatCount(posts.length, 'post')] : []),
  ].join(', ');
  return html`<details><summary>${summary}${inside === '' ? '' : html` <span class="more">${inside}</span>`}</summary>
<p class="id">id <code>${isolate(account.id)}</code> · q ${String(account.q)}${interval(account)}</p>
${evidence.length === 0 ? '' : html`<ul class="evidence">${evidence.map(reason)}</ul>`}
${posts.length === 0 ? '' : postList(posts, account)}</details>`;
}

function reason({ signal, family, p, says, posts }: Evidence): SafeHtml {
  const cited = posts.length === 0 ? '' : `; ${formatCount(posts.length, 'post')}`;
  return html`<li><span class="sign">${signalName(signal)}</span> <bdi>${withFullStop(says)}</bdi> <span class="quiet">(${family}; p ${String(Number(p.toPrecision(2)))}${cited})</span></li>`;
}

function postList(posts: readonly ShownPost[], account: AccountResult): SafeHtml {
  const rest =
    posts.length < account.posts
      ? html`<p class="quiet">${formatNumber(posts.length)} of its ${formatCount(account.posts, 'post')}, those that the evidence names first; <code>--posts FILE</code> writes the list of all.</p>`
      : '';
  const signals = new Map<string, string[]>();
  for (const { signal, posts: cited } of account.evidence)
    for (const id of cited) signals.set(id, [...(signals.get(id) ?? []), signalName(signal)]);
  return html`<ol class="posts">${posts.map(({ id, time, retweet, text }) => {
    const shows = signals.get(id);
    return html`<li><time>${formatTime(time)}</time>${retweet ? html` <span class="tag">retweet</span>` : ''}${shows ? html` <span class="tag">shows: ${shows.join(', ')}</span>` : ''}<p dir="auto">${paragraphs(text ?? '')}</p></li>`;
  })}</ol>${rest}`;
}

function listed({ accounts }: Result, verdict: Verdict): AccountResult[] {
  const all = accounts.filter((account) => account.verdict === verdict);
  const found = isFound(verdict);
  return (found ? all : all.toSorted((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1))).slice(0, ROWS[verdict]);
}

function created({ createdAt, createdAtFrom, createdAtSource }: AccountResult): string {
  const day = createdAt ?? createdAtFrom;
  if (day === null) return '–';
  return `${createdAtSource === 'interpolated' ? '~' : ''}${formatDay(day)}`;
}

function interval({ createdAt, createdAtFrom, createdAtTo, createdAtSource }: AccountResult): string {
  if (createdAtFrom === null || createdAtTo === null) return '';
  if (createdAtSource === 'interpolated')
    return ` · created between ${formatDay(createdAtFrom)} and ${formatDay(createdAtTo)} (estimated from its id)`;
  return createdAt === null
    ? ''
    : ` · created ${formatTime(createdAt)}${createdAtSource === 'snowflake' ? ' (from its id)' : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
