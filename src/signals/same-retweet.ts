import { defineSharedItemsSignal } from './shared-items.js';

/** Retweets the same posts as suspected accounts. */
export const sameRetweet = defineSharedItemsSignal({
  name: 'same-retweet',
  kind: 'retweet',
  means: {
    for: 'it retweets what suspected accounts retweet, more than chance explains',
    against: 'it mostly retweets what ordinary accounts retweet',
  },
  missing: {
    some: 'the others retweet nothing',
    all: 'no post is known to be a retweet',
  },
});
