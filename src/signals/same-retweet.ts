import { sharedItems } from './shared-items.js';

/** Retweets the same posts as the suspected. */
export const sameRetweet = sharedItems({
  name: 'same-retweet',
  kind: 'retweet',
  means: {
    for: 'its retweets are, more than chance gives, those of accounts flagged',
    against: 'its retweets are mostly those of accounts not flagged',
  },
  missing: {
    some: 'the others retweet nothing',
    all: 'no post is known to be a retweet',
  },
});
