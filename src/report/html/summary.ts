/** What the page says before anything else: what was looked at, the answer, and what limits it. */

import type { Result } from '../../documents/result.js';
import { VERDICTS } from '../../documents/verdict.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { formatTimeSpan } from '../../time/format-dates.js';
import { conversationName, DISCLAIMER } from '../headline.js';
import { answerSentences } from '../story.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { VERDICT_COLORS, legendSwatch } from './colors.js';
import { html, type SafeHtml, isolate } from './markup.js';

const TAGS_SHOWN = 8;

/** The conversation's name, as the page's title has it. */
export function nameOfConversation({ dump, options }: Result): string {
  return conversationName(dump, options.hashtag);
}

export function masthead(result: Result): SafeHtml {
  const { dump } = result;
  const name = nameOfConversation(result);
  const tags = dump.hashtags.filter(({ tag }) => `#${tag}`.toLowerCase() !== name.toLowerCase()).slice(0, TAGS_SHOWN);
  const beside =
    tags.length === 0
      ? ''
      : html`<p class="quiet">Hashtags beside it: ${tags.map(({ tag, posts }, index) => html`${index === 0 ? '' : ' · '}${isolate(`#${tag}`)} ${formatNumber(posts)}`)}</p>`;
  return html`<header>
<p class="kicker">Coordinated activity in a dump of posts</p>
<h1><bdi>${name}</bdi></h1>
<p class="extent">${formatCount(dump.posts, 'post')} · ${formatCount(dump.accounts, 'account')} · ${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}</p>
${beside}
</header>
`;
}

export function answer(result: Result): SafeHtml {
  const [first = '', ...rest] = answerSentences(result);
  const cautions = result.summary.cautions;
  return html`<section aria-labelledby="answer">
<h2 id="answer" class="unseen">The answer</h2>
<p class="lead">${first}</p>
<p class="second">${rest.join(' ')}</p>
${tally(result)}
<aside class="cautions" aria-labelledby="cautions"><h3 id="cautions">Before this is cited</h3><ul>
${cautions.map((caution) => html`<li><strong>Caution:</strong> <bdi>${withFullStop(caution)}</bdi></li>`)}<li>${DISCLAIMER}</li>
<li>This says which accounts acted together in this dump. It does not say who they are, why they did, or whether anybody paid; and what was deleted or suspended before the dump was made is not in it.</li>
<li>Before a name goes to print, read its posts and the evidence: here, or with <code>trend-audit explain</code>.</li>
</ul></aside>
</section>
`;
}

function tally({ dump, summary }: Result): SafeHtml {
  const rows = VERDICTS.map((verdict) => {
    const [accounts, posts] = [summary.accounts[verdict], summary.posts[verdict]];
    const { name, means } = VERDICT_TEXTS[verdict];
    return html`<tr><th scope="row">${legendSwatch(verdict)} ${name}${means === '' ? '' : html`<span class="means">${means}</span>`}</th>${share(accounts, dump.accounts, 'accounts', VERDICT_COLORS[verdict])}${share(posts, dump.posts, 'posts', VERDICT_COLORS[verdict])}</tr>`;
  });
  return html`<table class="tally"><caption class="unseen">Accounts and posts by verdict</caption><thead><tr><th scope="col">verdict</th><th scope="col" class="n">accounts</th><th scope="col" class="part">share</th><th scope="col" class="n">posts</th><th scope="col" class="part">share</th></tr></thead><tbody>${rows}</tbody></table>
`;
}

function share(part: number, whole: number, noun: string, ink: string): SafeHtml {
  const width = whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
  return html`<td class="n" data-th="${noun}">${formatNumber(part)}</td><td class="part"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="10" fill="var(--band)"/><rect width="${width}" height="10" fill="${ink}"/></svg><span>${formatPercent(part, whole)}</span></td>`;
}
