import { HOUR } from '../time/units.js';
import type { Target } from './draft.js';
import { weightedSampler, type Random } from './random.js';

/** Something that spreads: a post, an article, a slogan. */
export interface ViralItem<T> {
  readonly time: number;
  /** Relative number of people who share it. */
  readonly popularity: number;
  /** Median delay of those who share it, in minutes. */
  readonly medianMinutes: number;
  readonly what: T;
}

export type PopularPost = ViralItem<Target>;

/** Items that can be shared, chosen by popularity and age. */
export class ViralPool<T> {
  readonly size: number;
  readonly #sample: (random: Random) => ViralItem<T>;
  /** Hours in which interest in an item falls to 1/e. */
  readonly #fadeHours: number;

  constructor(items: readonly ViralItem<T>[], fadeHours: number) {
    this.size = items.length;
    this.#sample = weightedSampler(items, ({ popularity }) => popularity);
    this.#fadeHours = fadeHours;
  }

  /** A random item, popular ones more often. */
  any(random: Random): ViralItem<T> | undefined {
    return this.size === 0 ? undefined : this.#sample(random);
  }

  /** A random item that people still talk about at `time`; undefined if a few tries find none. */
  live(random: Random, time: number): ViralItem<T> | undefined {
    for (let i = 0; i < 12; i++) {
      const item = this.any(random);
      if (item === undefined) return undefined;
      const age = time - item.time;
      if (age > 5000 && random.chance(Math.exp(-age / (this.#fadeHours * HOUR)))) return item;
    }
    return undefined;
  }
}

/**
 * Random popularity from a power law: most items are shared once or twice, few by hundreds. `alpha` slightly above 1 is
 * usual for retweet cascades (assumption); `cap` keeps one item from dominating the conversation.
 */
export function sampleReach(random: Random, alpha = 1.15, cap = 150): number {
  return Math.min(cap, random.pareto(alpha));
}
