import { outOfRange } from './array-access.js';
import { WeightedIntervalIndex, type Windows } from './weighted-interval-index.js';

/** Rounds in which the weights of the scales are learned; they change by less than 1% after five. */
const ROUNDS = 8;

/**
 * The weights of the scales are learned from about so many of the points, where there are more than twice as many:
 * whoever counts for more than a share of this size counts in full, of the others one in every such share of their sum
 * (systematic sampling by size). With points of equal weight a scale's weight has a standard error of at most
 * 0.5/√2 048 = 1.1%; where few points have most of the weight, less.
 */
const LEARNED_FROM = 2048;

interface Kernel {
  readonly half: number;
  /** The windows around the points, in the order of the points. */
  readonly windows: Windows;
}

/** Points in order, each with its interval. */
interface Line {
  /** How many points there are, those that are left out counted. */
  readonly length: number;
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
  /** Half the length of each point's interval, in the order of the points. */
  readonly reaches: Float64Array;
  readonly mass: WeightedIntervalIndex;
  /** Of each point, in their order; written anew by every question to any mixture of these points. */
  readonly own: Float64Array;
  readonly others: Float64Array;
  readonly within: Float64Array;
  readonly value: Float64Array;
}

function lineOf(points: Float64Array, reach: Float64Array): Line {
  const mass = new WeightedIntervalIndex(points, reach);
  const { order } = mass;
  const sorted = new Float64Array(order.length);
  const reaches = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    sorted[k] = points[order[k] ?? outOfRange()] ?? outOfRange();
    reaches[k] = reach[order[k] ?? outOfRange()] ?? outOfRange();
  }
  return {
    length: points.length,
    order,
    sorted,
    reaches,
    mass,
    own: new Float64Array(order.length),
    others: new Float64Array(order.length),
    within: new Float64Array(order.length),
    value: new Float64Array(order.length),
  };
}

/**
 * Leave-one-out densities of points on a line, as a mixture of box kernels of several widths and a uniform, the mixture
 * weights chosen by maximum likelihood (expectation–maximisation on the left-out points), so that the data say how fine
 * their clusters are. Points that are NaN are left out, and get a density of 0.
 *
 * A point may be known to lie within an interval only. Its own mass is then spread evenly over it, and the density told
 * for it is that of the others in the interval, each kernel reaching beyond both ends: what is narrower than the
 * interval is blurred to its length.
 */
export class LeaveOneOutKernelMixture {
  readonly #line: Line;
  readonly #kernels: readonly Kernel[];
  readonly #span: number;
  #parts = new Float64Array();

  /**
   * @param halfWidths in the unit of the points, ascending
   * @param reach half the length of each point's interval; 0, for all, where it is left out
   * @param span over which the uniform is spread; that of the points where it is left out
   */
  constructor(
    points: Float64Array | Line,
    halfWidths: readonly number[],
    reach: Float64Array = new Float64Array(points.length),
    span?: number,
  ) {
    const line = points instanceof Float64Array ? lineOf(points, reach) : points;
    const { sorted, reaches, mass } = line;
    this.#line = line;
    this.#kernels = halfWidths.map((half) => ({
      half,
      windows: mass.windows(
        sorted.map((x, k) => x - half - (reaches[k] ?? outOfRange())),
        sorted.map((x, k) => x + half + (reaches[k] ?? outOfRange())),
      ),
    }));
    this.#span = span ?? (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + (halfWidths.at(-1) ?? 1);
  }

  /** The same points with kernels of other widths. */
  ofWidths(halfWidths: readonly number[]): LeaveOneOutKernelMixture {
    return new LeaveOneOutKernelMixture(this.#line, halfWidths);
  }

  /** The same of some of the points alone: what `density` gives where all others weigh nothing. */
  among(points: Float64Array, reach: Float64Array): LeaveOneOutKernelMixture {
    const halfWidths = this.#kernels.map(({ half }) => half);
    return new LeaveOneOutKernelMixture(points, halfWidths, reach, this.#span);
  }

  /**
   * Density at each point of the weighted others, with `prior` more points spread as `base` says.
   * @param weights of each point, ≥ 0
   */
  density(
    weights: Float64Array,
    prior: number,
    base?: Float64Array,
    into: Float64Array = new Float64Array(this.#line.length),
  ): Float64Array {
    const { order, own, others, within } = this.#line;
    const kernels = this.#kernels;
    let total = 0;
    for (let k = 0; k < order.length; k++) {
      const weight = weights[order[k] ?? outOfRange()] ?? outOfRange();
      own[k] = weight;
      total += weight;
    }
    for (let k = 0; k < order.length; k++) others[k] = total - (own[k] ?? outOfRange());
    const uniform = 1 / this.#span;
    const mass = this.#line.mass.weighted(weights);
    const mix = this.#learnMix(mass, total);
    const value = this.#line.value.fill((mix[kernels.length] ?? outOfRange()) * uniform);
    for (const [s, kernel] of kernels.entries()) {
      mass.fill(kernel.windows, within);
      const part = mix[s] ?? outOfRange();
      for (let k = 0; k < order.length; k++)
        value[k] = (value[k] ?? outOfRange()) + part * this.#densityBy(kernel, k, within[k] ?? outOfRange());
    }
    into.fill(0);
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      const rest = others[k] ?? outOfRange();
      into[i] = (rest * (value[k] ?? outOfRange()) + prior * (base?.[i] ?? uniform)) / (rest + prior);
    }
    return into;
  }

  /** Density at the k-th point by one kernel, of the others, from the mass in its window. */
  #densityBy({ half }: Kernel, k: number, within: number): number {
    const inside = Math.max(0, within - (this.#line.own[k] ?? outOfRange()));
    return (
      inside /
      (2 * (half + (this.#line.reaches[k] ?? outOfRange()))) /
      Math.max(this.#line.others[k] ?? outOfRange(), 1e-9)
    );
  }

  #learnMix(mass: ReturnType<WeightedIntervalIndex['weighted']>, total: number): Float64Array {
    const { places, counts } = this.#choose(total);
    const scales = this.#kernels.length + 1;
    // A row for each point that is learned from.
    if (this.#parts.length < places.length * scales) this.#parts = new Float64Array(places.length * scales);
    const parts = this.#parts.fill(1 / this.#span);
    const within = this.#line.within;
    for (const [s, kernel] of this.#kernels.entries()) {
      mass.fill(kernel.windows, within, places);
      for (let row = 0; row < places.length; row++) {
        parts[row * scales + s] = this.#densityBy(kernel, places[row] ?? outOfRange(), within[row] ?? outOfRange());
      }
    }
    let mix = new Float64Array(scales).fill(1 / scales);
    for (let round = 0; round < ROUNDS; round++) mix = improve(mix, parts, counts);
    return mix;
  }

  /** The points to learn from, by their place in the order, and how much each counts. */
  #choose(total: number): { places: Uint32Array; counts: Float64Array } {
    const own = this.#line.own;
    if (own.length <= 2 * LEARNED_FROM) return { places: this.#line.order.map((_, k) => k), counts: own };
    const share = total / LEARNED_FROM;
    const places = new Uint32Array(2 * LEARNED_FROM + 1);
    const counts = new Float64Array(2 * LEARNED_FROM + 1);
    let chosen = 0;
    let gathered = share / 2;
    for (let k = 0; k < own.length; k++) {
      const weight = own[k] ?? outOfRange();
      if (weight < share) gathered += weight;
      const taken = weight >= share || gathered >= share;
      if (!taken) continue;
      places[chosen] = k;
      counts[chosen] = Math.max(weight, share);
      if (weight < share) gathered -= share;
      chosen++;
    }
    return { places: places.subarray(0, chosen), counts: counts.subarray(0, chosen) };
  }
}

/** One round of expectation–maximisation, with one more point of which nothing is known. */
function improve(mix: Float64Array, parts: Float64Array, counts: Float64Array): Float64Array<ArrayBuffer> {
  const scales = mix.length;
  const likelihood = new Float64Array(scales);
  const gained = new Float64Array(scales).fill(1 / scales);
  let learnedFrom = 1;
  for (let row = 0; row < counts.length; row++) {
    const weight = counts[row] ?? outOfRange();
    let sum = 0;
    for (let s = 0; s < scales; s++) {
      const value = (mix[s] ?? outOfRange()) * (parts[row * scales + s] ?? outOfRange());
      likelihood[s] = value;
      sum += value;
    }
    for (let s = 0; s < scales; s++)
      gained[s] = (gained[s] ?? outOfRange()) + (weight * (likelihood[s] ?? outOfRange())) / sum;
    learnedFrom += weight;
  }
  return gained.map((gain) => gain / learnedFrom);
}
