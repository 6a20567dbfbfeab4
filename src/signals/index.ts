import { burst } from './burst.js';
import { cohort } from './cohort.js';
import { obfuscation } from './obfuscation.js';
import { sameLink } from './same-link.js';
import { sameObject } from './same-object.js';
import { sameRetweet } from './same-retweet.js';
import { sameTags } from './same-tags.js';
import { sameTarget } from './same-target.js';
import { sameText } from './same-text.js';
import { selfDuplication } from './self-duplication.js';
import { shareLatency } from './share-latency.js';
import type { Signal } from './signal.js';
import { temporalCoPresence } from './temporal-co-presence.js';

/** Every signal, by family. To add one, write its file and list it here. */
export const SIGNALS = [
  cohort,
  burst,
  selfDuplication,
  obfuscation,
  sameRetweet,
  sameText,
  sameLink,
  sameObject,
  sameTarget,
  sameTags,
  shareLatency,
  temporalCoPresence,
] as const satisfies readonly Signal[];

/** The name of a signal, as in results. */
export type SignalName = (typeof SIGNALS)[number]['name'];
