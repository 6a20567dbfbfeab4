import { defineSharedItemsSignal } from './shared-items.js';

/** Shares the same links as suspected accounts. */
export const sameLink = defineSharedItemsSignal({
  name: 'same-link',
  kind: 'link',
  means: {
    for: 'its links are those of suspected accounts, more than chance explains',
    against: 'its links are mostly those of ordinary accounts',
  },
  missing: {
    some: 'the others share no link but in retweets',
    all: 'there are no links but in retweets',
  },
});
