/** What the hashtag's traffic looks like as a whole, whoever wrote it. */

import type { Result, TrafficDetails } from '../../documents/result.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';

/** Among so many accounts or fewer, the 50 most active wrote everything. */
const ALL_AMONG_TOP = 50;

type Row = readonly [name: string, value: string, meaning: string];

export function trafficSection({ dump, traffic }: Result): SafeHtml {
  const {
    ctm,
    retweetsPercent,
    top50Percent,
    postsPerAccount,
    firstPosts = [],
    gini,
    top1Percent,
    published,
    young,
    cautions = [],
  } = traffic;
  const rows: Row[] = [
    ['Retweets', formatPercent(retweetsPercent, 100), 'of all posts'],
    ['Posts per account', formatNumber(postsPerAccount), 'on average'],
    ['By the 50 most active accounts', formatPercent(top50Percent, 100), 'of all posts'],
    ...(top1Percent === undefined
      ? []
      : [['By the most active 1% of accounts', formatPercent(top1Percent, 100), 'of all posts'] as const]),
    ...(gini === undefined
      ? []
      : [
          [
            'Gini coefficient',
            gini.toFixed(2),
            'of posts per account: 0 where all wrote as much, towards 1 where few wrote everything',
          ] as const,
        ]),
    ...(dump.accounts <= ALL_AMONG_TOP
      ? []
      : [
          [
            'Coefficient of traffic manipulation',
            formatNumber(ctm),
            'retweets in % / 10 + share of the 50 most active in % + posts per account (Nimmo 2019); to be compared with dumps of like size only',
          ] as const,
        ]),
    ...firstPosts.map((first): Row => [
      '– of its beginning',
      formatNumber(first.ctm),
      `of the first ${formatCount(first.posts, 'post')}: ${formatPercent(first.retweetsPercent, 100)} retweets, ${formatPercent(first.top50Percent, 100)} by the 50 most active, ${formatNumber(first.postsPerAccount)} posts per account`,
    ]),
  ];
  return html`<section aria-labelledby="traffic">
<h2 id="traffic">The traffic as a whole</h2>
${cautions.length === 0 ? '' : html`<ul class="notes">${cautions.map((caution) => html`<li>${withFullStop(caution)}</li>`)}</ul>`}
<div class="scroll" tabindex="0" role="region" aria-label="Traffic indicators"><table class="plain indicators"><thead><tr><th scope="col">indicator</th><th scope="col" class="n">value</th><th scope="col">of what</th></tr></thead><tbody>${rows.map(([name, value, meaning]) => html`<tr><th scope="row">${name}</th><td class="n">${value}</td><td>${meaning}</td></tr>`)}</tbody></table></div>
${young === undefined ? '' : youngAccounts(young)}${published === undefined ? '' : cases(published)}</section>
`;
}

function youngAccounts({ all, coordinated, organic }: TrafficDetails['young']): SafeHtml {
  const sides = [
    ['all', all],
    ['likely coordinated', coordinated],
    ['organic', organic],
  ] as const;
  if (all.datedPosts === 0) return EMPTY_HTML;
  return html`<h3>Posts by young accounts</h3>
<p>Of the posts whose account’s creation date is known, those written when the account was younger than so many days.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Posts by young accounts"><table class="plain"><thead><tr><th scope="col">accounts</th><th scope="col" class="n">posts</th><th scope="col" class="n">7 days</th><th scope="col" class="n">30 days</th><th scope="col" class="n">90 days</th></tr></thead><tbody>${sides.map(
    ([name, { datedPosts, under7DaysPercent, under30DaysPercent, under90DaysPercent }]) =>
      html`<tr><th scope="row">${name}</th><td class="n">${formatNumber(datedPosts)}</td>${[under7DaysPercent, under30DaysPercent, under90DaysPercent].map((percentage) => html`<td class="n">${percentage === null ? '–' : formatPercent(percentage, 100)}</td>`)}</tr>`,
  )}</tbody></table></div>
`;
}

function cases({
  source,
  ordinaryAtMost,
  gamedFrom,
  ordinaryPostsPerAccountBelow,
  cases: known,
}: TrafficDetails['published']): SafeHtml {
  return html`<h3>The coefficient of other traffic</h3>
<p>${withFullStop(source)} Ordinary traffic had a coefficient of at most ${formatNumber(ordinaryAtMost)} and fewer than ${formatNumber(ordinaryPostsPerAccountBelow)} posts per account; traffic that was gamed, ${formatNumber(gamedFrom)} or more.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Published coefficients"><table class="plain"><thead><tr><th scope="col">traffic</th><th scope="col" class="n">coefficient</th><th scope="col" class="n">posts</th><th scope="col" class="n">accounts</th></tr></thead><tbody>${known.map(
    ({ name, ctm, posts, accounts }) =>
      html`<tr><th scope="row">${name}</th><td class="n">${formatNumber(ctm)}</td><td class="n">${formatNumber(posts)}</td><td class="n">${formatNumber(accounts)}</td></tr>`,
  )}</tbody></table></div>
`;
}
