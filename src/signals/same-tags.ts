import { defineSharedItemsSignal } from './shared-items.js';

/** Uses the same sequences of hashtags as suspected accounts, ignoring the hashtags that most posts have. */
export const sameTags = defineSharedItemsSignal({
  name: 'same-tags',
  kind: 'tags',
  means: {
    for: 'its combinations of hashtags are those of suspected accounts, more than chance explains',
    against: 'its combinations of hashtags are mostly those of ordinary accounts',
  },
  missing: {
    some: 'the others have no post with three hashtags besides those of most posts',
    all: 'no post has three hashtags besides those of most posts',
  },
});
