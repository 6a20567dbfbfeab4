import type { Result } from '../../../src/documents/result.js';

/** With what a result may tell beside the rest. */
export function told(result: Result, example = 'СВОИХ НЕ БРОСАЕМ'): Result {
  const [from, to] = [result.dump.from, result.dump.to];
  const young = { datedPosts: 10, under7DaysPercent: 20, under30DaysPercent: 30, under90DaysPercent: null };
  const cases = [{ name: '#Vivemos', ctm: 95, posts: 1000, accounts: 20 }];
  return {
    ...result,
    trend: {
      push: {
        firstPosts: [
          { posts: 10, coordinated: 5, coordinatedAccounts: 2, flooding: 0, unclear: 0, organic: 5, insufficient: 0 },
        ],
        hourSeconds: 3600,
        hours: [],
        says: 'Half of the first 10 posts',
      },
      pickUp: {
        firstAt: from,
        lastingFrom: null,
        withUnclear: { firstAt: null, lastingFrom: null },
        says: 'From the third hour on',
      },
      lead: {
        outcome: 'neither',
        binSeconds: 3600,
        bins: 48,
        coordinatedFirst: null,
        organicFirst: null,
        says: 'Neither came first',
      },
    },
    groups: result.groups.map((group) => ({
      ...group,
      ties: { text: 1, retweet: 0, link: 0, tags: 0 },
      posts: 9,
      from,
      to,
      busiest: { from, to, posts: 4 },
      shared: [{ kind: 'text', example, account: 'one', post: '1', accounts: 3, posts: 4, others: 1, from, to }],
      creation: { dated: 3, from, to, densest: { from, to, accounts: 2 } },
    })),
    traffic: {
      ...result.traffic,
      firstPosts: [{ posts: 10_000, ctm: 12, retweetsPercent: 10, top50Percent: 8, postsPerAccount: 3 }],
      published: { source: 'Nimmo 2019', ordinaryAtMost: 12, gamedFrom: 20, ordinaryPostsPerAccountBelow: 2, cases },
      gini: 0.4,
      top1Percent: 12,
      young: { all: young, coordinated: young, organic: young },
      cautions: ['Too few posts'],
    },
  };
}
