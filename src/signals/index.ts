import { burst } from './burst.js';
import { cohort } from './cohort.js';
import { obfuscation } from './obfuscation.js';
import { selfDuplication } from './self-duplication.js';
import { shareLatency } from './share-latency.js';
import { sharedItems } from './shared-items.js';
import type { Signal } from './signal.js';
import { temporalCoPresence } from './temporal-co-presence.js';

/** Addressing the same account is ordinary conversation: e^1.2 ≈ 3 to 1 at the most. */
const LOUDEST_TARGET = 1.2;

/** Every signal. To add one, write its file and name it here. */
export const SIGNALS: readonly Signal[] = [
  cohort,
  burst,
  selfDuplication,
  obfuscation,
  sharedItems('same-retweet', 'retweet'),
  sharedItems('same-text', 'text'),
  sharedItems('same-link', 'link'),
  sharedItems('same-target', 'target', LOUDEST_TARGET),
  sharedItems('same-tags', 'tags'),
  shareLatency,
  temporalCoPresence,
];
