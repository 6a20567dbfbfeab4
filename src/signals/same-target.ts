import { defineSharedItemsSignal } from './shared-items.js';

/** Addresses the same accounts as suspected accounts. */
export const sameTarget = defineSharedItemsSignal({
  name: 'same-target',
  kind: 'target',
  // Addressing the same account is ordinary conversation, so this signal counts at most e^1.2 ≈ 3 to 1.
  maxLogRatio: 1.2,
  means: {
    for: 'it mentions whom suspected accounts mention, more than chance explains',
    against: 'it mostly mentions whom ordinary accounts mention',
  },
  missing: {
    some: 'the others answer and mention nobody',
    all: 'nobody answers or mentions anybody',
  },
});
