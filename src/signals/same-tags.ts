import { sharedItems } from './shared-items.js';

/** Uses the same series of hashtags as the suspected, beside those that most posts bear. */
export const sameTags = sharedItems({
  name: 'same-tags',
  kind: 'tags',
  means: {
    for: 'its series of hashtags are, more than chance gives, those of accounts flagged',
    against: 'its series of hashtags are mostly those of accounts not flagged',
  },
  missing: {
    some: 'the others have no post with three hashtags beside those that most posts bear',
    all: 'no post has three hashtags beside those that most posts bear',
  },
});
