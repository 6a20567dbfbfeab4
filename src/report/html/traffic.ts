/** The hashtag's traffic as a whole, by all accounts. */

import type { Result, TrafficDetails } from '../../documents/result.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { html, type SafeHtml, EMPTY_HTML } from './markup.js';

/** With this many accounts or fewer, the 50 most active wrote everything. */
const ALL_AMONG_TOP = 50;

type Row = readonly [name: string, value: string, meaning: string];

/** A table of figures on the hashtag's traffic, each with its meaning. */
export function trafficMarkup({ dump, traffic }: Result): SafeHtml {
  const {
    ctm,
    retweetsPercent,
    top50Percent,
    postsPerAccount,
    firstPosts,
    gini,
    top1Percent,
    published,
    young,
    cautions,
  } = traffic;
  // Figures that are meaningless according to a caution are not printed.
  const isComparable = cautions.length === 0 && dump.accounts > ALL_AMONG_TOP;
  const rows: Row[] = [
    ['Retweets', formatPercent(retweetsPercent, 100), 'of all posts'],
    ['Posts per account', formatNumber(postsPerAccount), 'on average'],
    ['By the 50 most active accounts', formatPercent(top50Percent, 100), 'of all posts'],
    ['By the most active 1% of accounts', formatPercent(top1Percent, 100), 'of all posts'],
    [
      'Gini coefficient',
      gini.toFixed(2),
      'of posts per account: 0 where all post alike, near 1 where few post everything',
    ],
    ...(isComparable
      ? [
          [
            'Coefficient of traffic manipulation (CTM)',
            formatNumber(ctm),
            'retweets in % / 10 + share of the 50 most active in % + posts per account (Nimmo 2019): the ' +
              'higher, the more a few accounts make the traffic; to be compared with dumps of like size only',
          ] as const,
        ]
      : []),
    ...(isComparable ? firstPosts : []).map((first): Row => [
      '– of its beginning',
      formatNumber(first.ctm),
      `of the first ${formatCount(first.posts, 'post')}: ${formatPercent(first.retweetsPercent, 100)} ` +
        `retweets, ${formatPercent(first.top50Percent, 100)} by the 50 most active, ` +
        `${formatNumber(first.postsPerAccount)} posts per account`,
    ]),
  ];
  return html`<h3 id="traffic">The traffic as a whole</h3>
${cautions.length === 0 ? '' : html`<p>Nimmo’s coefficient of traffic manipulation is not given: it says nothing of this dump. ${cautions.map((caution) => html`<bdi>${withFullStop(caution)}</bdi> `)}</p>`}
<div class="two"><div>
<div class="scroll" tabindex="0" role="region" aria-label="Traffic indicators"><table class="plain indicators"><thead><tr><th scope="col">indicator</th><th scope="col" class="n">value</th><th scope="col">of what</th></tr></thead><tbody>${rows.map(([name, value, meaning]) => html`<tr><th scope="row">${name}</th><td class="n">${value}</td><td>${meaning}</td></tr>`)}</tbody></table></div></div>
<div>${youngAccounts(young)}</div></div>${isComparable ? cases(published) : EMPTY_HTML}`;
}

function youngAccounts({ all, coordinated, organic }: TrafficDetails['young']): SafeHtml {
  const sides = [
    ['all', all],
    ['likely coordinated', coordinated],
    ['no coordination found', organic],
  ] as const;
  if (all.datedPosts === 0) return EMPTY_HTML;
  return html`<h4>Posts by young accounts</h4>
<p>Of the posts whose account’s creation date is known, the share written when the account was younger than so many days.</p>
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
  return html`<h4>The coefficient of other traffic</h4>
<p>${withFullStop(source)} Ordinary traffic had a coefficient of at most ${formatNumber(ordinaryAtMost)} and fewer than ${formatNumber(ordinaryPostsPerAccountBelow)} posts per account; traffic that was manipulated usually ${formatNumber(gamedFrom)} or more.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Published coefficients"><table class="plain"><thead><tr><th scope="col">traffic</th><th scope="col" class="n">coefficient</th><th scope="col" class="n">posts</th><th scope="col" class="n">accounts</th></tr></thead><tbody>${known.map(
    ({ name, ctm, posts, accounts }) =>
      html`<tr><th scope="row">${name}</th><td class="n">${formatNumber(ctm)}</td><td class="n">${formatNumber(posts)}</td><td class="n">${formatNumber(accounts)}</td></tr>`,
  )}</tbody></table></div>
`;
}
