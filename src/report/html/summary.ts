/** The beginning of the page: what was analysed, the answer, and its limits. */

import type { Result, UndecidedSide } from '../../documents/result.js';
import { VERDICTS } from '../../documents/verdict.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { shortenName } from '../../text/shorten-name.js';
import { formatDaySpan, formatTimeSpan } from '../../time/format-dates.js';
import { conversationName, DISCLAIMER } from '../headline.js';
import { answerSentences } from '../story.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { legendSwatch } from './colors.js';
import { html, type SafeHtml, isolate } from './markup.js';

const TAGS_SHOWN = 8;

/** The name of the conversation, as in the title of the page. */
export function nameOfConversation({ dump, options }: Result): string {
  return conversationName(dump, options.hashtag);
}

/** The head of the page: which conversation it is, how large, and when. */
export function masthead(result: Result): SafeHtml {
  const { dump } = result;
  const name = nameOfConversation(result);
  const tags = dump.hashtags
    .map(({ tag, posts }) => ({ tag: shortenName(tag), posts }))
    .filter(({ tag }) => `#${tag}`.toLowerCase() !== name.toLowerCase())
    .slice(0, TAGS_SHOWN);
  const beside =
    tags.length === 0
      ? ''
      : html`<p class="quiet">Used together with: ${tags.map(({ tag, posts }, index) => html`${index === 0 ? '' : ' · '}${isolate(`#${tag}`)} ${formatNumber(posts)}`)}</p>`;
  return html`<header>
<p class="kicker">Coordinated activity in a dump of posts</p>
<h1><bdi>${name}</bdi></h1>
<p class="extent">${formatCount(dump.posts, 'post')} · ${formatCount(dump.accounts, 'account')} · ${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}</p>
${beside}
</header>
`;
}

/** The answer in sentences, the table of verdicts and what to be cautious about. */
export function answerMarkup(result: Result): SafeHtml {
  const { undecided, cautions } = result.summary;
  // The sides are shown in a separate table.
  const [first = '', ...rest] = answerSentences(
    undecided ? { ...result, summary: { ...result.summary, undecided: { ...undecided, sides: [] } } } : result,
  );
  return html`<section class="answer" aria-labelledby="answer">
<h2 id="answer" class="unseen">The answer</h2>
<div><p class="lead">${first}</p>
<p class="second">${rest.join(' ')}</p>
<p class="quiet">${DISCLAIMER} Before a name goes to print, read <a href="#cautions">what limits this</a>.</p></div>
${tally(result)}${cautions.length === 0 ? '' : html`<ul class="cautions notes">${cautions.map((caution) => html`<li><strong>Caution:</strong> <bdi>${withFullStop(caution)}</bdi></li>`)}</ul>`}${undecided ? sides(undecided.sides, result.dump.resolutionSeconds) : ''}</section>
`;
}

/** The note between the picture and the names. */
export function limitsMarkup(): SafeHtml {
  return html`<aside class="cautions" aria-labelledby="cautions"><h3 id="cautions">Before this is cited</h3><ul>
<li>This says which accounts acted together in this dump. It does not say who they are, why they did, or whether anybody paid; and what was deleted or suspended before the dump was made is not in it.</li>
<li>Before a name goes to print, read its posts and the evidence: here, or with <code>trend-audit explain</code>; and open the posts on the platform, to which each time of a post leads where the dump tells it.</li>
</ul></aside>
`;
}

/** Both sides of an undecided dump: figures, no names. */
function sides(both: readonly UndecidedSide[], resolutionSeconds: number): SafeHtml {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The two sides"><table class="plain"><thead><tr><th scope="col">side</th><th scope="col" class="n">accounts</th><th scope="col" class="n">posts</th><th scope="col" class="n">copies</th><th scope="col">busiest</th><th scope="col">most created</th></tr></thead><tbody>${both.map(
    ({ accounts, posts, copiesPercent, busiest, creation: { densest }, says }, index) =>
      html`<tr><th scope="row">${index === 0 ? 'one' : 'the other'}<span class="means"><bdi>${withFullStop(says)}</bdi></span></th><td class="n">${formatNumber(accounts)}</td><td class="n">${formatNumber(posts)}</td><td class="n">${formatPercent(copiesPercent, 100)}</td><td>${formatNumber(busiest.posts)} posts, ${formatTimeSpan(busiest.from, busiest.to, resolutionSeconds)}</td><td>${densest ? `${formatNumber(densest.accounts)} on ${formatDaySpan(densest.from, densest.to)}` : 'no dates'}</td></tr>`,
  )}</tbody></table></div>
`;
}

function tally({ dump, summary }: Result): SafeHtml {
  const rows = VERDICTS.map((verdict) => {
    const [accounts, posts] = [summary.accounts[verdict], summary.posts[verdict]];
    const { name, means } = VERDICT_TEXTS[verdict];
    return html`<tr><th scope="row">${legendSwatch(verdict)} ${name}${means === '' ? '' : html`<span class="means">${means}</span>`}</th>${share(accounts, dump.accounts, 'accounts')}${share(posts, dump.posts, 'posts')}</tr>`;
  });
  return html`<table class="tally"><caption class="unseen">Accounts and posts by verdict</caption><thead><tr><th scope="col">verdict</th><th scope="col" class="n">accounts</th><th scope="col">share</th><th scope="col" class="n">posts</th><th scope="col">share</th></tr></thead><tbody>${rows}</tbody></table>
`;
}

function share(part: number, whole: number, noun: string): SafeHtml {
  return html`<td class="n" data-th="${noun}">${formatNumber(part)}</td><td class="part">${formatPercent(part, whole)}</td>`;
}
