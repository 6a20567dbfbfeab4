import { defineSharedItemsSignal } from './shared-items.js';

/**
 * Posts the same objects as suspected accounts: values of columns that the user names, such as the hash of an image.
 */
export const sameObject = defineSharedItemsSignal({
  name: 'same-object',
  kind: 'object',
  means: {
    for: 'its objects are those of suspected accounts, more than chance explains',
    against: 'its objects are mostly those of ordinary accounts',
  },
  missing: {
    some: 'the others share no object but in retweets',
    all: 'no column of objects is named (--map object=COLUMN), or none has a value but in retweets',
  },
});
