import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/documents/verdict.js';
import { trafficManipulationCoefficient, ctmFromParts, traffic } from '../../src/trend/traffic.js';
import { DAY, measured, post, START } from '../dataset/posts.js';

/** 60 accounts: one with 41 posts, the others with one each, every fourth of all posts a retweet. */
const hundred = Array.from({ length: 100 }, (_, n) =>
  post({ by: `a${n < 41 ? 0 : n}`, time: START + n * 1000, kind: n % 4 === 0 ? 'retweet' : 'original', text: `${n}` }),
);
const organic = (accounts: number): Verdict[] => Array.from({ length: accounts }, () => 'organic');

describe('the coefficient of traffic manipulation', () => {
  it('is R/10 + F + U of Nimmo 2019, worked by hand', () => {
    // R = 25%; F = (41 + 49 · 1) of 100 posts = 90%; U = 100/60. C = 2.5 + 90 + 1.67.
    expect(trafficManipulationCoefficient(measured(hundred), 100)).toEqual({
      ctm: 94.17,
      retweetsPercent: 25,
      top50Percent: 90,
      postsPerAccount: 1.67,
    });
  });

  it('is that of the first posts alone where so asked, worked by hand', () => {
    // The first 44: 41 by one account and one each by three; eleven retweets. R = 25%, F = 100%, U = 44/4. C = 2.5 + 100 + 11.
    expect(trafficManipulationCoefficient(measured(hundred), 44)).toEqual({
      ctm: 113.5,
      retweetsPercent: 25,
      top50Percent: 100,
      postsPerAccount: 11,
    });
  });

  it('is that of one post where there is but one', () => {
    expect(trafficManipulationCoefficient(measured([post({ by: 'a' })]), 1)).toEqual({
      ctm: 101,
      retweetsPercent: 0,
      top50Percent: 100,
      postsPerAccount: 1,
    });
  });

  // Published are C, posts, accounts and, in thousands, the posts by the fifty most active. What is left for R has to be a percentage
  // that both bounds of F allow: with R, not R/10, or with the median for U, it would not be.
  it.each(traffic(measured(hundred), organic(60)).published.cases.map((each) => [each.name, each] as const))(
    'of %s is what the published parts give',
    (name, { ctm, posts, accounts }) => {
      const top50 = { '#TNwelcomesModi': 30_000, '#GoBackModi': 16_000 }[name] ?? 0;
      const bounds = [top50, top50 + 1000].map((by50) => ({
        top50Percent: (100 * by50) / posts,
        postsPerAccount: posts / accounts,
      }));
      const retweets = bounds.map((parts) => 10 * (ctm - ctmFromParts({ retweetsPercent: 0, ...parts })));
      expect(Math.max(...retweets)).toBeLessThan(80);
      expect(Math.min(...retweets)).toBeGreaterThan(55);
      for (const [i, parts] of bounds.entries())
        expect(ctmFromParts({ retweetsPercent: retweets[i] ?? 0, ...parts })).toBeCloseTo(ctm, 2);
    },
  );
});

const firstPostsOf = (posts: number): number[] =>
  traffic(
    measured(Array.from({ length: posts }, (_, n) => post({ by: `a${n % 500}`, time: START + n, text: 'a' }))),
    organic(500),
  ).firstPosts.map((each) => each.posts);

const person = (id: string, days: number) => ({
  id,
  handle: id,
  displayName: '',
  created: { from: START - days * DAY, to: START - days * DAY, source: 'dump' as const },
});

describe('traffic', () => {
  it('tells how few wrote how much, worked by hand', () => {
    // Sorted 1 × 59, 41: G = 2 (59 · 60/2 + 60 · 41) / (60 · 100) − 61/60. The most active 1% of 60 is one account.
    expect(traffic(measured(hundred), organic(60))).toMatchObject({
      gini: Math.round(100 * ((2 * (1770 + 2460)) / 6000 - 61 / 60)) / 100,
      top1Percent: 41,
      firstPosts: [],
    });
  });

  it('tells the coefficient of the first 10,000 and 50,000 posts where there are more', () => {
    expect([10_000, 10_001, 50_001].map(firstPostsOf)).toEqual([[], [10_000], [10_000, 50_000]]);
  });

  it('tells the share of posts by young accounts, of both sides', () => {
    const m = measured([
      post({ by: person('new', 1) }),
      post({ by: person('new', 1), time: START + 10 * DAY }),
      post({ by: person('old', 60) }),
      post({ by: 'undated' }),
      post({ by: person('not yet', -9) }),
    ]);
    const verdicts = m.accounts.id.map((id): Verdict => (id === 'new' ? 'coordinated' : 'organic'));
    expect(traffic(m, verdicts).young).toEqual({
      all: { datedPosts: 3, under7DaysPercent: 33.33, under30DaysPercent: 66.67, under90DaysPercent: 100 },
      coordinated: { datedPosts: 2, under7DaysPercent: 50, under30DaysPercent: 100, under90DaysPercent: 100 },
      organic: { datedPosts: 1, under7DaysPercent: 0, under30DaysPercent: 0, under90DaysPercent: 100 },
    });
    expect(traffic(measured([post({ by: 'undated' })]), ['organic']).young.all).toEqual({
      datedPosts: 0,
      under7DaysPercent: null,
      under30DaysPercent: null,
      under90DaysPercent: null,
    });
  });

  it('warns where the dump is too small for it', () => {
    const { cautions, notComparable } = traffic(measured(hundred), organic(60));
    expect(notComparable.join(' ')).toContain('The 50 most active are 83.3% of these accounts');
    expect(notComparable.join(' ')).toContain('tens of thousands of posts');
    expect(cautions.join(' ')).toContain('fewer than 100 accounts');
    const large = Array.from({ length: 10_000 }, (_, n) => post({ by: `a${n % 2500}`, time: START + n, text: 'a' }));
    expect(traffic(measured(large), organic(2500))).toMatchObject({ cautions: [], notComparable: [] });
  });
});
