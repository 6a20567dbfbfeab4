/** What the traffic looks like as a whole, whoever wrote it. */

import type { Coefficient, Result, YoungAccounts } from '../result.js';
import { visible } from '../text/visible.js';
import { paragraph } from './fit.js';
import type { Page } from './page.js';
import { count, list, number, percent, sentence } from './words.js';

/** Among so many accounts or fewer, the 50 most active wrote everything. */
const ALL_AMONG_TOP = 50;

export function traffic({ dump, traffic: told }: Result, page: Page): string[] {
  const { published, gini, top1Percent, young, firstPosts, cautions } = told;
  const parts = `${share(told.retweetsPercent)} retweets, ${count(told.postsPerAccount, 'post')} an account`;
  const facts =
    dump.accounts <= ALL_AMONG_TOP
      ? [`${parts}.`]
      : [
          `Coefficient of traffic manipulation ${coefficient(told)}.`,
          ...firstPosts.map((first) => `Of the first ${count(first.posts, 'post')}: ${coefficient(first)}.`),
          `Published: ordinary flows up to ${number(published.ordinaryAtMost)}, gamed ones usually from ${number(published.gamedFrom)} (${list(published.cases.map(({ name, ctm, posts, accounts }) => `${visible(name)} ${number(ctm)} with ${number(posts)} posts by ${number(accounts)} accounts`))}).`,
          `The most active 1% of accounts wrote ${share(top1Percent)} of the posts; the Gini coefficient of posts per account is ${gini.toFixed(2)}.`,
        ];
  return [
    page.strong('Traffic'),
    ...[...facts, ...youngAccounts(young)].flatMap((text) => paragraph(text, page.prose, { first: ' ', indent: '   ' })),
    ...cautions.flatMap((caution) => paragraph(sentence(visible(caution)), page.prose, { first: ' Caution: ', indent: '   ' }).map(page.alarming)),
  ];
}

/** `46.8 (80% retweets / 10 + 32% by the 50 most active + 6.7 posts an account)`. */
function coefficient({ ctm, retweetsPercent, top50Percent, postsPerAccount }: Coefficient): string {
  return `${number(ctm)} (${share(retweetsPercent)} retweets / 10 + ${share(top50Percent)} by the 50 most active + ${count(postsPerAccount, 'post')} an account)`;
}

function youngAccounts({ all, coordinated, organic }: Result['traffic']['young']): string[] {
  if (all.datedPosts === 0) return [];
  const sides = [['coordinated ones', coordinated], ['organic ones', organic]] as const;
  const compared = sides.filter(([, side]) => side.datedPosts > 0).map(([name, side]) => `${name} ${shares(side)}`);
  return [`Posts by accounts younger than 7, 30 and 90 days: ${shares(all)}${compared.length === 2 ? ` (${compared.join('; ')})` : ''}.`];
}

function shares({ under7DaysPercent, under30DaysPercent, under90DaysPercent }: YoungAccounts): string {
  return [under7DaysPercent, under30DaysPercent, under90DaysPercent].map((each) => share(each ?? 0)).join(', ');
}

function share(percentage: number): string {
  return percent(percentage, 100);
}
