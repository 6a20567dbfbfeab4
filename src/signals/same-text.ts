import { defineSharedItemsSignal } from './shared-items.js';

/** Writes the same or nearly the same texts as suspected accounts. */
export const sameText = defineSharedItemsSignal({
  name: 'same-text',
  kind: 'text',
  means: {
    for: 'its texts are those of suspected accounts, more than chance explains',
    against: 'the texts that it shares are mostly those of ordinary accounts',
  },
  missing: {
    some: 'the others have no text of their own of four words or more',
    all: 'nobody has a text of their own of four words or more',
  },
});
