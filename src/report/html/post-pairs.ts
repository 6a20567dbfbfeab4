/** An account's posts, each next to the posts of others that its evidence matches with it. */

import { postUrl } from '../../documents/addresses.js';
import type { ShownPost } from '../../documents/report-data.js';
import type { AccountResult } from '../../documents/result.js';
import { compareTexts } from '../../text/compare-texts.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { formatTime } from '../../time/format-dates.js';
import { shownId } from '../cut-names.js';
import { signalName } from '../signal-names.js';
import { formatGap } from './gap.js';
import { EMPTY_HTML, html, paragraphs, type SafeHtml } from './markup.js';
import { externalLink, linkedName, type PageIndex } from './page-index.js';
import { diffTexts, markedText } from './word-diff.js';

/** Maximum number of others' posts shown with their text next to one post; further ones are only named. */
const BESIDE = 3;
const NAMED = 4;
/** Texts that have less than this in common are not compared word by word: the text says what else they share. */
const ALIKE = 0.5;

interface Match {
  readonly account: AccountResult;
  readonly id: string;
  /** Undefined if it is not among the posts that the page has. */
  readonly post: ShownPost | undefined;
  readonly signals: string[];
}

interface Row {
  readonly own: ShownPost;
  /** Matches that are shown with their text, and those that are only named. */
  readonly beside: readonly Match[];
  readonly others: readonly Match[];
  readonly signals: readonly string[];
}

/** The account's posts next to those of others that they match; empty if no text is shown. */
export function postPairs(account: AccountResult, shown: PageIndex): SafeHtml {
  const posts = (shown.postsOf.get(account.id) ?? []).filter(({ text }) => text !== null);
  if (posts.length === 0) return EMPTY_HTML;
  const matches = matchesOf(account, shown);
  const signals = signalsOf(account);
  // Posts with matches first, then other evidence, then the rest; each in order of time.
  const rank = ({ id }: ShownPost): number => (matches.has(id) ? 0 : signals.has(id) ? 1 : 2);
  const sorted = posts.toSorted((a, b) => rank(a) - rank(b) || (a.time < b.time ? -1 : 1));
  let room = shown.pairsEach;
  const rows = sorted.map((own): Row => {
    const found = matches.get(own.id) ?? [];
    const beside = found.filter(({ post }) => typeof post?.text === 'string').slice(0, Math.min(BESIDE, room));
    room -= beside.length;
    return {
      own,
      beside,
      others: found.filter((match) => !beside.includes(match)),
      signals: signals.get(own.id) ?? [],
    };
  });
  const left =
    posts.length < account.posts
      ? html`<p class="quiet">${formatNumber(posts.length)} of its ${formatCount(account.posts, 'post')}, those that the evidence names first; <code>--posts FILE</code> writes the list of all.</p>`
      : '';
  return html`<h4>Its posts (times are UTC)${matches.size === 0 ? '' : ', and the posts of others that they match; words that differ are marked'}</h4>
<ol class="posts">${rows.map((row) => pair(row, account, shown))}</ol>${left}`;
}

function pair({ own, beside, others, signals }: Row, account: AccountResult, shown: PageIndex): SafeHtml {
  const text = own.text ?? '';
  const first = beside[0]?.post?.text ?? text;
  const words = isAlike(text, first) ? markedText(diffTexts(text, first)[0]) : paragraphs(text);
  const anchor = shown.postAnchorOf.get(own.id);
  const tags = signals.filter((signal) => beside.every((match) => !match.signals.includes(signal)));
  return html`<li${anchor === undefined ? '' : html` id="${anchor}"`}${beside.length + others.length === 0 ? '' : html` class="pair"`}><div>${head(own, account, shown)}${tags.map((signal) => html` <span class="tag">${signalName(signal)}</span>`)}<p dir="auto">${words}</p></div>${
    beside.length + others.length === 0
      ? ''
      : html`<div>${beside.map((match) => counterpart(match, own, shown))}${alsoBy(others, beside.length > 0, shown)}</div>`
  }</li>`;
}

/** The time of a post, linked to the post on its platform; with its id if it has no address. */
function head(post: ShownPost, account: AccountResult, { platform, result }: PageIndex): SafeHtml {
  const time = html`<time>${formatTime(post.time, Math.max(1, result.dump.resolutionSeconds))}</time>`;
  const url = postUrl(platform, account, post.id);
  return html`${url === undefined ? html`${time} <span class="post-id">${shownId(post.id)}</span>` : externalLink(url, time)}${post.retweet ? html` <span class="tag">retweet</span>` : ''}`;
}

function counterpart({ account, post, signals }: Match, own: ShownPost, shown: PageIndex): SafeHtml {
  if (post === undefined) return EMPTY_HTML;
  const [mine, theirs] = [own.text ?? '', post.text ?? ''];
  const { identical, common, words } = compareTexts(mine, theirs);
  const alike = isAlike(mine, theirs);
  const gap = Math.abs(Date.parse(own.time) - Date.parse(post.time)) / 1000;
  const likeness = identical
    ? 'the same to the letter'
    : alike
      ? `nearly the same: ${formatNumber(common)} of ${formatCount(words, 'word')}`
      : signals.map(signalName).join(', ');
  return html`<div class="match">${linkedName(account, shown)} ${head(post, account, shown)} <span class="quiet">${formatGap(gap, shown.result.dump.resolutionSeconds)}; ${likeness}</span><p dir="auto">${alike ? markedText(diffTexts(mine, theirs)[1]) : paragraphs(theirs)}</p></div>`;
}

function alsoBy(matches: readonly Match[], also: boolean, shown: PageIndex): SafeHtml {
  if (matches.length === 0) return EMPTY_HTML;
  const named = matches.slice(0, NAMED).map(({ account, id }, index) => {
    const url = postUrl(shown.platform, account, id);
    return html`${index === 0 ? '' : ', '}${linkedName(account, shown)}${url === undefined ? '' : html` (${externalLink(url, 'post')})`}`;
  });
  const more = matches.length - named.length;
  return html`<p class="quiet">${also ? 'Also: ' : 'As did '}${named}${more > 0 ? ` and ${formatNumber(more)} more` : ''}</p>`;
}

function isAlike(a: string, b: string): boolean {
  const { common, words } = compareTexts(a, b);
  return words > 0 && common / words >= ALIKE;
}

/**
 * The matches of each of the account's own posts; each post of others once. Only coordinated and unclear accounts are
 * shown; others are only counted in the evidence.
 */
function matchesOf({ evidence }: AccountResult, { accounts, posts }: PageIndex): Map<string, Match[]> {
  const matches = new Map<string, Match[]>();
  for (const { signal, with: found } of evidence) {
    for (const { account: id, post, ownPost } of found) {
      const account = accounts.get(id);
      if (account === undefined || (account.verdict !== 'coordinated' && account.verdict !== 'unclear')) continue;
      const beside = matches.get(ownPost) ?? [];
      const known = beside.find((match) => match.id === post);
      if (known) known.signals.push(signal);
      else beside.push({ account, id: post, post: posts.get(post), signals: [signal] });
      matches.set(ownPost, beside);
    }
  }
  return matches;
}

function signalsOf({ evidence }: AccountResult): Map<string, string[]> {
  const signals = new Map<string, string[]>();
  for (const { signal, posts } of evidence)
    for (const id of posts) signals.set(id, [...(signals.get(id) ?? []), signal]);
  return signals;
}
