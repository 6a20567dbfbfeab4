/** The traffic of the hashtag as a whole, by all accounts. */

import type { Coefficient, Result, YoungAccounts } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, joinList, formatNumber, formatPercent, withFullStop } from '../text/format.js';
import type { TextPage } from './page.js';
import { wrapParagraph } from './text-layout.js';

/** With this many accounts or fewer, the 50 most active wrote everything. */
const ALL_AMONG_TOP = 50;

/** The section on the hashtag's traffic as a whole, by all accounts. */
export function trafficSection({ dump, traffic: told }: Result, page: TextPage): string[] {
  const { gini, top1Percent, young, cautions } = told;
  const facts =
    dump.accounts <= ALL_AMONG_TOP
      ? [`${parts(told)}.`]
      : [
          ...coefficientFacts(told),
          `The most active 1% of accounts wrote ${formatPercent(top1Percent, 100)} of the posts; the Gini ` +
            `coefficient of posts per account is ${gini.toFixed(2)}.`,
        ];
  return [
    page.strong('Traffic'),
    ...[...facts, ...youngAccounts(young)].flatMap((text) =>
      wrapParagraph(text, page.prose, { first: ' ', indent: '   ' }),
    ),
    ...cautions.flatMap((caution) =>
      wrapParagraph(withFullStop(escapeControls(caution)), page.prose, { first: ' Caution: ', indent: '   ' }).map(
        page.alarming,
      ),
    ),
  ];
}

/** The coefficient, if it can be compared with published values; otherwise its parts, and why it is left out. */
function coefficientFacts(told: Result['traffic']): string[] {
  const { published, firstPosts, notComparable } = told;
  if (notComparable.length > 0)
    return [
      `${parts(told)}; the 50 most active accounts wrote ${formatPercent(told.top50Percent, 100)}.`,
      `The coefficient of traffic manipulation is left out: it cannot be compared here. ${notComparable.join(' ')}`,
    ];
  return [
    `Coefficient of traffic manipulation ${coefficient(told)}.`,
    ...firstPosts.map((first) => `Of the first ${formatCount(first.posts, 'post')}: ${coefficient(first)}.`),
    `Published: ordinary traffic scored up to ${formatNumber(published.ordinaryAtMost)}, manipulated ` +
      `traffic usually ${formatNumber(published.gamedFrom)} or more ` +
      `(${joinList(published.cases.map(({ name, ctm, posts, accounts }) => `${escapeControls(name)} ${formatNumber(ctm)} with ${formatNumber(posts)} posts by ${formatNumber(accounts)} accounts`))}).`,
  ];
}

function parts({ retweetsPercent, postsPerAccount }: Coefficient): string {
  return `${formatPercent(retweetsPercent, 100)} retweets, ${formatCount(postsPerAccount, 'post')} an account`;
}

/** `46.8 (80% retweets / 10 + 32% by the 50 most active + 6.7 posts an account)`. */
function coefficient({ ctm, retweetsPercent, top50Percent, postsPerAccount }: Coefficient): string {
  return (
    `${formatNumber(ctm)} (${formatPercent(retweetsPercent, 100)} retweets / 10 + ` +
    `${formatPercent(top50Percent, 100)} by the 50 most active + ` +
    `${formatCount(postsPerAccount, 'post')} an account)`
  );
}

function youngAccounts({ all, coordinated, organic }: Result['traffic']['young']): string[] {
  if (all.datedPosts === 0) return [];
  const sides = [
    ['coordinated ones', coordinated],
    ['organic ones', organic],
  ] as const;
  const compared = sides.filter(([, side]) => side.datedPosts > 0).map(([name, side]) => `${name} ${shares(side)}`);
  return [
    'Posts by accounts younger than 7, 30 and 90 days: ' +
      `${shares(all)}${compared.length === 2 ? ` (${compared.join('; ')})` : ''}.`,
  ];
}

function shares({ under7DaysPercent, under30DaysPercent, under90DaysPercent }: YoungAccounts): string {
  return [under7DaysPercent, under30DaysPercent, under90DaysPercent]
    .map((each) => formatPercent(each ?? 0, 100))
    .join(', ');
}
