import { burst } from './burst.js';
import { cohort } from './cohort.js';
import { disguise } from './disguise.js';
import { moments } from './moments.js';
import { repeats } from './repeats.js';
import { sharedItems } from './shared-items.js';
import { succession } from './succession.js';
import type { Signal } from './signal.js';

/** Addressing the same account is ordinary conversation: e^1.2 ≈ 3 to 1 at the most. */
const LOUDEST_TARGET = 1.2;

/** Every signal. To add one, write its file and name it here. */
export const SIGNALS: readonly Signal[] = [
  cohort,
  burst,
  repeats,
  disguise,
  sharedItems('same-retweet', 'retweet'),
  sharedItems('same-text', 'text'),
  sharedItems('same-link', 'link'),
  sharedItems('same-target', 'target', LOUDEST_TARGET),
  sharedItems('same-tags', 'tags'),
  succession,
  moments,
];
