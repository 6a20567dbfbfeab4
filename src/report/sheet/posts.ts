/** Posts on the sheet, each with its exact text and its address on the platform. */

import type { AccountPost, Explanation } from '../../documents/explanation.js';
import { diffWords, type WordRun } from '../../text/word-diff.js';
import { formatTime } from '../../time/format-dates.js';
import { accountName } from '../accounts.js';
import { shownId } from '../cut-names.js';
import { html, isolate, paragraphs, type SafeHtml } from '../html/markup.js';
import { gapText, likenessText, type MatchedPosts, otherMatch } from '../matched-posts.js';

/** Two posts side by side, with the words that differ marked. */
export function matchedPair(matched: MatchedPosts, { account, dump }: Explanation): SafeHtml {
  const { own, match } = matched;
  const runs =
    match.identical === false && own.text !== null && match.text !== null ? diffWords(own.text, match.text) : undefined;
  const alike = likenessText(matched, 'words that differ are underlined');
  return html`<div class="pair">${post({
    by: accountName(account),
    when: formatTime(own.time, dump.resolutionSeconds),
    words: runs ? marked(runs.one) : wordsOf(own),
    id: own.id,
    url: own.url,
  })}${post({
    by: accountName({ id: match.account, handle: match.handle }),
    when: `${formatTime(match.time, dump.resolutionSeconds)}, ${gapText(match.gapSeconds, dump.resolutionSeconds)}`,
    words: runs ? marked(runs.other) : wordsOf({ text: match.text, retweet: own.retweet }),
    id: match.post,
    url: match.url,
  })}${alike === undefined ? '' : html`<p class="alike">${alike}</p>`}</div>
`;
}

/** One of the account's own posts. */
export function ownPost(own: AccountPost, { account, dump }: Explanation): SafeHtml {
  return html`<div class="alone">${post({
    by: accountName(account),
    when: `${formatTime(own.time, dump.resolutionSeconds)}${own.retweet ? ', retweet' : ''}`,
    words: wordsOf(own),
    id: own.id,
    url: own.url,
  })}</div>
`;
}

/** Where and when one more account posted the same. */
export function otherPost(matched: MatchedPosts, first: MatchedPosts, explanation: Explanation): SafeHtml {
  return html`also ${isolate(otherMatch(matched, first, explanation))}: ${placeOf(matched.match.post, matched.match.url)}`;
}

/** A name with a link to its profile, if that is known. The page itself fetches nothing. */
export function profileLink(url: string | null, name: string): SafeHtml {
  return url === null ? isolate(name) : html`${isolate(name)}, ${link(url)}`;
}

interface ShownPost {
  readonly by: string;
  readonly when: string;
  readonly words: SafeHtml;
  readonly id: string;
  readonly url: string | null;
}

function post({ by, when, words, id, url }: ShownPost): SafeHtml {
  return html`<div class="post"><span class="by">${isolate(by)}</span> <span class="when">${when}</span>
<p class="words" dir="auto">${words}</p>
<span class="place">${placeOf(id, url)}</span></div>`;
}

function placeOf(id: string, url: string | null): SafeHtml {
  return url === null ? html`post <code>${isolate(shownId(id))}</code>` : link(url);
}

/** The whole address is shown: on paper nobody can follow a link. */
function link(url: string): SafeHtml {
  return html`<a href="${url}" rel="noreferrer">${url}</a>`;
}

function marked(runs: readonly WordRun[]): SafeHtml {
  return html`“${runs.map(({ words, same }, index) => html`${index === 0 ? '' : ' '}${same ? words : html`<mark>${words}</mark>`}`)}”`;
}

function wordsOf({ text, retweet }: Pick<AccountPost, 'text' | 'retweet'>): SafeHtml {
  if (text === null)
    return html`${retweet ? 'a retweet whose words could not be read' : 'its words could not be read'}`;
  return html`“${paragraphs(text.trim())}”`;
}
