import { outOfRange } from './array-access.js';
import { WeightedIntervalIndex, type IntervalQueries } from './weighted-interval-index.js';

/** Number of rounds in which the weights of the scales are learned; they change by less than 1% after five. */
const ROUNDS = 8;

/**
 * If there are more points than `SAMPLED_ABOVE`, the weights of the scales are learned from about this many of them. A
 * point with more than the total weight ÷ `LEARNED_FROM` is always taken, with its own weight; of the others, one is
 * taken for every such amount of weight (systematic sampling by size). With points of equal weight a scale's weight has
 * a standard error of at most 0.5/√2 048 = 1.1%; if few points have most of the weight, less.
 */
const LEARNED_FROM = 2048;
/** The weights of more points than this are learned from a sample. */
export const SAMPLED_ABOVE = 2 * LEARNED_FROM;

/**
 * Maximum number of kernels; with the uniform, they are the components of a mixture. Their weights are in separate
 * variables, which takes a third of the time.
 */
const MOST_KERNELS = 5;
const COMPONENTS = MOST_KERNELS + 1;

interface Kernel {
  readonly half: number;
  /** The windows around the points, in the order of the points. */
  readonly windows: IntervalQueries;
}

/** The points to learn from. */
interface Chosen {
  /** Their places in the order; undefined if all points are used. */
  readonly places: Uint32Array | undefined;
  /** The weight of each. */
  readonly counts: Float64Array;
}

/** Points in order, each with its interval. */
interface Line {
  /** Number of points, including those that are left out. */
  readonly length: number;
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
  /** Half the length of each point's interval, in the order of the points. */
  readonly reaches: Float64Array;
  readonly mass: WeightedIntervalIndex;
  /**
   * Buffers with one element per point, in their order; overwritten by every `density` of any mixture of these points.
   */
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
 * weights chosen by maximum likelihood (expectation–maximisation on the left-out points), so that the data determine
 * how fine their clusters are. Points that are NaN are left out, and get a density of 0.
 *
 * A point may be known only to be within an interval. Its own mass is then spread evenly over the interval, and its
 * density is that of the other points in the interval, extended by each kernel at both ends: structure that is narrower
 * than the interval is blurred to its length.
 */
export class LeaveOneOutKernelMixture {
  readonly #line: Line;
  readonly #kernels: readonly Kernel[];
  readonly #span: number;
  #parts = new Float64Array();

  /**
   * @param halfWidths in the unit of the points, ascending; at most five
   * @param reach half the length of each point's interval; by default 0 for all
   * @param span over which the uniform is spread; by default that of the points
   */
  constructor(
    points: Float64Array | Line,
    halfWidths: readonly number[],
    reach: Float64Array = new Float64Array(points.length),
    span?: number,
  ) {
    if (halfWidths.length > MOST_KERNELS) throw new Error(`${halfWidths.length} kernels are more than ${MOST_KERNELS}`);
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

  /**
   * A mixture of only these points with the same widths and span: its `density` is as if all other points had weight 0.
   */
  among(points: Float64Array, reach: Float64Array): LeaveOneOutKernelMixture {
    const halfWidths = this.#kernels.map(({ half }) => half);
    return new LeaveOneOutKernelMixture(points, halfWidths, reach, this.#span);
  }

  /**
   * Density, at each point, of the weighted other points and of `prior` more points with density `base` (by default
   * uniform).
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
    const chosen = this.#choose(total);
    const parts = this.#partsAt(mass, chosen);
    const mix = learnWeights(parts, chosen.counts, kernels.length + 1);
    const value = this.#line.value.fill((mix[kernels.length] ?? outOfRange()) * uniform);
    for (const [s, kernel] of kernels.entries()) {
      const part = mix[s] ?? outOfRange();
      if (chosen.places) {
        mass.fill(kernel.windows, within);
        for (let k = 0; k < order.length; k++)
          value[k] = (value[k] ?? outOfRange()) + part * this.#densityBy(kernel, k, within[k] ?? outOfRange());
      } else {
        // All points were learned from, so `parts` already has their densities.
        for (let k = 0, at = s; k < order.length; k++, at += COMPONENTS)
          value[k] = (value[k] ?? outOfRange()) + part * (parts[at] ?? outOfRange());
      }
    }
    into.fill(0);
    for (let k = 0; k < order.length; k++) {
      const i = order[k] ?? outOfRange();
      const rest = others[k] ?? outOfRange();
      into[i] = (rest * (value[k] ?? outOfRange()) + prior * (base?.[i] ?? uniform)) / (rest + prior);
    }
    return into;
  }

  /** Density of the other points at the k-th point by one kernel, from the mass in its window. */
  #densityBy({ half }: Kernel, k: number, within: number): number {
    const inside = Math.max(0, within - (this.#line.own[k] ?? outOfRange()));
    return (
      inside /
      (2 * (half + (this.#line.reaches[k] ?? outOfRange()))) /
      Math.max(this.#line.others[k] ?? outOfRange(), 1e-9)
    );
  }

  /**
   * `COMPONENTS` values for each point that is learned from: its density by each kernel and by the uniform; the rest is
   * unused.
   */
  #partsAt(mass: ReturnType<WeightedIntervalIndex['weighted']>, { places, counts }: Chosen): Float64Array {
    if (this.#parts.length < counts.length * COMPONENTS) this.#parts = new Float64Array(counts.length * COMPONENTS);
    const parts = this.#parts;
    const within = this.#line.within;
    const kernels = this.#kernels;
    for (const [s, kernel] of kernels.entries()) {
      mass.fill(kernel.windows, within, places);
      for (let row = 0, at = s; row < counts.length; row++, at += COMPONENTS) {
        const k = places ? (places[row] ?? outOfRange()) : row;
        parts[at] = this.#densityBy(kernel, k, within[row] ?? outOfRange());
      }
    }
    const uniform = 1 / this.#span;
    for (let at = kernels.length; at < counts.length * COMPONENTS; at += COMPONENTS) parts[at] = uniform;
    return parts;
  }

  #choose(total: number): Chosen {
    const own = this.#line.own;
    if (own.length <= SAMPLED_ABOVE) return { places: undefined, counts: own };
    const share = total / LEARNED_FROM;
    const places = new Uint32Array(SAMPLED_ABOVE + 1);
    const counts = new Float64Array(SAMPLED_ABOVE + 1);
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

/**
 * The weights of the components by expectation–maximisation, with one pseudo-point that belongs equally to all; weights
 * beyond `components` are 0.
 *
 * @param parts `COMPONENTS` values per point: its density by each component; values beyond `components` are arbitrary
 * @param counts the weight of each point
 */
function learnWeights(parts: Float64Array, counts: Float64Array, components: number): Float64Array {
  const weights = new Float64Array(COMPONENTS).fill(1 / components, 0, components);
  const [first, second, third, fourth, fifth, sixth] = weights;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = weights;
  for (let round = 0; round < ROUNDS; round++) {
    let [gainA = 0, gainB = 0, gainC = 0, gainD = 0, gainE = 0, gainF = 0] = [
      first,
      second,
      third,
      fourth,
      fifth,
      sixth,
    ];
    let learnedFrom = 1;
    for (let row = 0, at = 0; row < counts.length; row++, at += COMPONENTS) {
      const count = counts[row] ?? outOfRange();
      if (count === 0) continue;
      const inA = a * (parts[at] ?? outOfRange());
      const inB = b * (parts[at + 1] ?? outOfRange());
      const inC = c * (parts[at + 2] ?? outOfRange());
      const inD = d * (parts[at + 3] ?? outOfRange());
      const inE = e * (parts[at + 4] ?? outOfRange());
      const inF = f * (parts[at + 5] ?? outOfRange());
      const sum = inA + inB + inC + inD + inE + inF;
      gainA += (count * inA) / sum;
      gainB += (count * inB) / sum;
      gainC += (count * inC) / sum;
      gainD += (count * inD) / sum;
      gainE += (count * inE) / sum;
      gainF += (count * inF) / sum;
      learnedFrom += count;
    }
    a = gainA / learnedFrom;
    b = gainB / learnedFrom;
    c = gainC / learnedFrom;
    d = gainD / learnedFrom;
    e = gainE / learnedFrom;
    f = gainF / learnedFrom;
  }
  return Float64Array.of(a, b, c, d, e, f);
}
