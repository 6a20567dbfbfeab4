import { randomExponential, randomGeometric, randomLogNormal, randomNormal, randomPareto } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a over UTF-16 units, 32 bits: turns a label into a seed (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/**
 * Outputs discarded after seeding: the initial state of xoroshiro128+ is mostly zeros or ones, and needs some rounds to
 * mix.
 */
const WARM_UP = 64;

/**
 * A seeded stream of random values. Streams with the same seed and different labels are independent, so a change in one
 * part of a simulation does not change the others.
 */
export class Random {
  /** In [0, 1). */
  readonly uniform: () => number;
  readonly #seed: number;

  constructor(seed: number, label = '') {
    this.#seed = seed;
    const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ hashLabel(label));
    for (let i = 0; i < WARM_UP; i++) generator.next();
    this.uniform = () => uniformFloat64(generator);
  }

  /** Another stream of the same seed. */
  stream(label: string): Random {
    return new Random(this.#seed, label);
  }

  /** True with probability `p` (0 to 1). */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** In [from, to). */
  between(from: number, to: number): number {
    return from + this.uniform() * (to - from);
  }

  /** A whole number in [from, to], both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.uniform() * (to - from + 1));
  }

  normal(mean: number, deviation: number): number {
    return randomNormal.source(this.uniform)(mean, deviation)();
  }

  /** Log-normal with the given median; `sigma` is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    return randomLogNormal.source(this.uniform)(Math.log(median), sigma)();
  }

  exponential(mean: number): number {
    return randomExponential.source(this.uniform)(1 / mean)();
  }

  /** Pareto, at least 1; the smaller `alpha` (> 0) the heavier the tail. */
  pareto(alpha: number): number {
    return randomPareto.source(this.uniform)(alpha)();
  }

  /** 1, 2, 3 …, with the given mean (≥ 1). */
  geometric(mean: number): number {
    return mean <= 1 ? 1 : randomGeometric.source(this.uniform)(1 / mean)();
  }

  /** Picks one item at random. Throws a RangeError where there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.uniform() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const pool = [...items];
    const shuffled: T[] = [];
    while (pool.length > 0) {
      const at = Math.floor(this.uniform() * pool.length);
      const taken = pool[at];
      const last = pool.pop();
      if (taken === undefined || last === undefined) break;
      if (at < pool.length) pool[at] = last;
      shuffled.push(taken);
    }
    return shuffled;
  }
}

/**
 * Draws items in proportion to their weights, in O(log n) per draw. The drawing throws a RangeError where there are no
 * items.
 */
export function weightedSampler<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  let total = 0;
  const upTo = items.map((item) => (total += weight(item)));
  return (random) => {
    const target = random.uniform() * total;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? total) > target) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  };
}
