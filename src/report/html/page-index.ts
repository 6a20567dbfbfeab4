/** What the parts of the page need to know about each other: where accounts and posts are, and who may be named. */

import { platformOf } from '../../documents/addresses.js';
import type { ReportData, ShownPost } from '../../documents/report-data.js';
import type { AccountResult, Platform, Result } from '../../documents/result.js';
import { type Verdict, VERDICTS } from '../../documents/verdict.js';
import { accountName } from '../accounts.js';
import { html, isolate, type SafeHtml } from './markup.js';

/**
 * Maximum number of rows of each table. An account with findings takes up to 6 kB with its evidence, any other 300
 * bytes: together 5 MB. This leaves 5 of the 10 MB that a browser opens at once for posts and drawings.
 */
const LISTED: Readonly<Record<Verdict, number>> = {
  coordinated: 500,
  flooding: 100,
  unclear: 250,
  organic: 500,
  insufficient: 100,
};
/** Maximum number of organic accounts drawn for comparison. */
const COMPARED = 40;
/**
 * Maximum number of pairs of posts that a page shows with both texts, 1 kB each: in total, divided among the accounts,
 * and for one account.
 */
const PAIRS = 1_000;
const PAIRS_EACH = 12;

export interface PageIndex {
  readonly result: Result;
  readonly platform: Platform | undefined;
  readonly accounts: ReadonlyMap<string, AccountResult>;
  readonly postsOf: ReadonlyMap<string, readonly ShownPost[]>;
  readonly posts: ReadonlyMap<string, ShownPost>;
  /** The anchor of an account's row, for accounts that have a row. */
  readonly anchorOf: ReadonlyMap<string, string>;
  /** The anchor of a post; only posts whose text is shown have one. */
  readonly postAnchorOf: ReadonlyMap<string, string>;
  /** Accounts in the tables, by verdict. */
  readonly listed: Readonly<Record<Verdict, readonly AccountResult[]>>;
  /** How many pairs of posts an account's case has room for. */
  readonly pairsEach: number;
  /** Organic accounts that are drawn. */
  readonly compared: readonly AccountResult[];
}

/** Whether accounts with this verdict are shown with evidence. */
export function hasFindings(verdict: Verdict): boolean {
  return verdict !== 'organic' && verdict !== 'insufficient';
}

/** Decides which accounts, posts and pairs the page shows, and gives each its anchor. */
export function buildPageIndex(result: Result, exhibits: ReportData): PageIndex {
  const postsOf = new Map<string, ShownPost[]>();
  for (const post of exhibits.posts) {
    const known = postsOf.get(post.account);
    if (known) known.push(post);
    else postsOf.set(post.account, [post]);
  }
  const compared = result.summary.undecided
    ? []
    : evenly(
        result.accounts.filter(({ id, verdict }) => verdict === 'organic' && postsOf.has(id)),
        COMPARED,
      );
  const listed = {
    coordinated: listOf(result, 'coordinated'),
    flooding: listOf(result, 'flooding'),
    // In an undecided dump nobody is named.
    unclear: result.summary.undecided ? [] : listOf(result, 'unclear'),
    organic: mostActive(result, 'organic', compared),
    insufficient: mostActive(result, 'insufficient', []),
  };
  const found = VERDICTS.filter(hasFindings).flatMap((verdict) => listed[verdict]);
  const shown = found.flatMap(({ id }) => (postsOf.get(id) ?? []).filter(({ text }) => text !== null));
  return {
    result,
    platform: platformOf(result),
    accounts: new Map(result.accounts.map((account) => [account.id, account])),
    postsOf,
    posts: new Map(exhibits.posts.map((post) => [post.id, post])),
    anchorOf: new Map([...found, ...compared].map(({ id }, index) => [id, `a${index + 1}`])),
    postAnchorOf: new Map(shown.map(({ id }, index) => [id, `p${index + 1}`])),
    listed,
    pairsEach: Math.max(1, Math.min(PAIRS_EACH, Math.floor(PAIRS / found.length))),
    compared,
  };
}

/** The account's name, linked to its row if it has one. */
export function linkedName(account: AccountResult, { anchorOf }: PageIndex): SafeHtml {
  const anchor = anchorOf.get(account.id);
  const name = isolate(accountName(account));
  return anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`;
}

/** A link to the platform: only people follow it, never the page, and it sends no referrer. */
export function externalLink(url: string, text: string | SafeHtml): SafeHtml {
  return html`<a href="${url}" rel="noreferrer">${text}</a>`;
}

function listOf({ accounts }: Result, verdict: Verdict): AccountResult[] {
  return accounts.filter((account) => account.verdict === verdict).slice(0, LISTED[verdict]);
}

/** The most active accounts of a verdict, and those that are drawn, most active first. */
function mostActive({ accounts }: Result, verdict: Verdict, drawn: readonly AccountResult[]): AccountResult[] {
  const all = accounts.filter((account) => account.verdict === verdict).toSorted(byPosts);
  return [...new Set([...drawn, ...all])].slice(0, LISTED[verdict]).toSorted(byPosts);
}

function byPosts(a: AccountResult, b: AccountResult): number {
  return b.posts - a.posts || (a.id < b.id ? -1 : 1);
}

/** At most `most` accounts, at equal distances in the order of ids, so that the choice depends on nothing else. */
function evenly(accounts: readonly AccountResult[], most: number): AccountResult[] {
  const step = Math.max(1, accounts.length / most);
  return accounts
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
