import { describe, expect, it } from 'vitest';
import { traffic } from '../../src/trend/traffic.js';
import { measured, post } from '../measure/posts.js';

describe('traffic', () => {
  it('is R/10 + F + U of Nimmo 2019, worked by hand', () => {
    // 60 accounts: one with 41 posts, the others with one each, 25 of all posts retweets.
    const posts = Array.from({ length: 100 }, (_, n) => post({ by: `a${n < 41 ? 0 : n}`, kind: n % 4 === 0 ? 'retweet' : 'original', text: `${n}` }));
    // R = 25%; F = (41 + 49 · 1) of 100 posts = 90%; U = 100/60.
    expect(traffic(measured(posts))).toEqual({ ctm: 94.17, retweetsPercent: 25, top50Percent: 90, postsPerAccount: 1.67 });
  });

  it('is that of one post where there is but one', () => {
    expect(traffic(measured([post({ by: 'a' })]))).toEqual({ ctm: 101, retweetsPercent: 0, top50Percent: 100, postsPerAccount: 1 });
  });
});
