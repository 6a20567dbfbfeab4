/** The history of the trend in sentences: who began, when the public joined, which side moved first. */

import type { Result, Trend } from '../../documents/result.js';
import { formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';

/**
 * How the hashtag was pushed, when the public took it up and which side moved first; empty if nobody is coordinated.
 */
export function trendMarkup({ trend, summary }: Result): SafeHtml {
  if (!trend || summary.accounts.coordinated === 0) return EMPTY_HTML;
  const parts = [
    ['How it was pushed', trend.push.says],
    ['When the public took it up', trend.pickUp.says],
    ['Which side moved first', trend.lead.says],
  ] as const;
  return html`<dl class="story">${parts.map(([name, says]) => html`<div><dt>${name}</dt><dd>${withFullStop(says)}</dd></div>`)}</dl>
${firstPosts(trend.push)}`;
}

function firstPosts({ firstPosts: beginnings }: Trend['push']): SafeHtml {
  if (beginnings.length === 0) return EMPTY_HTML;
  const rows = beginnings.map(
    ({ posts, coordinated, coordinatedAccounts }) =>
      html`<tr><th scope="row" class="n">${formatNumber(posts)}</th><td class="n">${formatNumber(coordinated)} (${formatPercent(coordinated, posts)})</td><td class="n">${formatNumber(coordinatedAccounts)}</td></tr>`,
  );
  return html`<table class="plain beginnings"><caption>Who wrote the beginning</caption><thead><tr><th scope="col" class="n">of the first</th><th scope="col" class="n">likely coordinated</th><th scope="col" class="n">by accounts</th></tr></thead><tbody>${rows}</tbody></table>
`;
}
