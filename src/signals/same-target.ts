import { sharedItems } from './shared-items.js';

/** Addresses the same accounts as the suspected. */
export const sameTarget = sharedItems({
  name: 'same-target',
  kind: 'target',
  // To address the same account is ordinary conversation: e^1.2 ≈ 3 to 1 at the most.
  maxLogRatio: 1.2,
  means: {
    for: 'whom it addresses is, more than chance gives, addressed by accounts flagged',
    against: 'whom it addresses is mostly addressed by accounts not flagged',
  },
  missing: {
    some: 'the others answer and mention nobody',
    all: 'nobody answers or mentions anybody',
  },
});
