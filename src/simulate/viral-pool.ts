import { HOUR } from '../time/units.js';
import type { Target } from './draft.js';
import { weightedSampler, type Random } from './random.js';

/** Something that spreads: a post, an article, a slogan. */
export interface ViralItem<T> {
  readonly time: number;
  /** Relative: how many take it up. */
  readonly popularity: number;
  /** Minutes after which half of those who take it up have done so. */
  readonly medianMinutes: number;
  readonly what: T;
}

export type PopularPost = ViralItem<Target>;

/** What is around at each time, and how much of it. */
export class ViralPool<T> {
  readonly size: number;
  readonly #sample: (random: Random) => ViralItem<T>;
  /** Hours in which interest in an item falls to a third. */
  readonly #fadeHours: number;

  constructor(items: readonly ViralItem<T>[], fadeHours: number) {
    this.size = items.length;
    this.#sample = weightedSampler(items, ({ popularity }) => popularity);
    this.#fadeHours = fadeHours;
  }

  /** Any item, the popular ones more often. */
  any(random: Random): ViralItem<T> | undefined {
    return this.size === 0 ? undefined : this.#sample(random);
  }

  /** An item that people still talk about at `time`; undefined where none is found soon. */
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
 * Popularity is a power law: most are taken up once or twice, few by hundreds. `alpha` slightly above 1 is usual for
 * retweet cascades (assumption); the cap keeps one item from being the whole conversation.
 */
export function sampleReach(random: Random, alpha = 1.15, cap = 150): number {
  return Math.min(cap, random.pareto(alpha));
}
