import { IntervalMass, type Windows } from './interval-mass.js';
import { rankOrder } from './search.js';

/** Rounds in which the weights of the scales are learned; they change by less than 1% after five. */
const ROUNDS = 8;

/**
 * Leave-one-out densities of points on a line, as a mixture of box kernels of several widths and a uniform, the mixture
 * weights chosen by maximum likelihood (expectation–maximisation on the left-out points), so that the data say how fine
 * their clusters are. Points that are NaN are left out, and get a density of 0.
 *
 * A point may be known to lie within an interval only. Its own mass is then spread evenly over it, and the density told
 * for it is that of the others in the interval, each kernel reaching beyond both ends: what is narrower than the
 * interval is blurred to its length.
 */
export class ScaleMixture {
  readonly #points: Float64Array;
  readonly #order: Uint32Array;
  readonly #mass: IntervalMass;
  /** For each kernel the windows around the points, in the order of the points, and their widths. */
  readonly #windows: { readonly width: Float64Array; readonly windows: Windows }[];
  readonly #span: number;

  /**
   * @param halfWidths in the unit of the points, ascending
   * @param reach half the length of each point's interval; 0, for all, where it is left out
   */
  constructor(points: Float64Array, halfWidths: readonly number[], reach: Float64Array = new Float64Array(points.length)) {
    this.#order = rankOrder(points).filter((i) => !Number.isNaN(points[i]));
    const sorted = Float64Array.from(this.#order, (i) => points[i] ?? 0);
    const reaches = Float64Array.from(this.#order, (i) => reach[i] ?? 0);
    this.#points = points;
    this.#mass = new IntervalMass(points, reach);
    this.#windows = halfWidths.map((half) => ({
      width: reaches.map((own) => 2 * (half + own)),
      windows: this.#mass.windows(sorted.map((x, k) => x - half - (reaches[k] ?? 0)), sorted.map((x, k) => x + half + (reaches[k] ?? 0))),
    }));
    this.#span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + (halfWidths.at(-1) ?? 1);
  }

  /**
   * Density at each point of the weighted others, with `prior` more points spread as `base` says.
   * @param weights of each point, ≥ 0
   */
  density(weights: Float64Array, prior: number, base?: Float64Array): Float64Array {
    const order = this.#order;
    let total = 0;
    for (const i of order) total += weights[i] ?? 0;
    const uniform = 1 / this.#span;
    const massIn = this.#mass.weighted(weights);
    const parts = this.#windows.map(({ width, windows }) => {
      const mass = massIn(windows);
      return Float64Array.from(order, (i, k) => ((mass[k] ?? 0) - (weights[i] ?? 0)) / (width[k] ?? 1) / Math.max(total - (weights[i] ?? 0), 1e-9));
    });
    const mix = this.#learnMix(parts, uniform, weights);
    const density = new Float64Array(this.#points.length);
    for (const [k, i] of order.entries()) {
      const others = total - (weights[i] ?? 0);
      let value = (mix[parts.length] ?? 0) * uniform;
      for (const [s, part] of parts.entries()) value += (mix[s] ?? 0) * Math.max(0, part[k] ?? 0);
      density[i] = (others * value + prior * (base?.[i] ?? uniform)) / (others + prior);
    }
    return density;
  }

  #learnMix(parts: readonly Float64Array[], uniform: number, weights: Float64Array): Float64Array {
    const scales = parts.length + 1;
    let mix = new Float64Array(scales).fill(1 / scales);
    const likelihood = new Float64Array(scales);
    for (let round = 0; round < ROUNDS; round++) {
      const gained = new Float64Array(scales).fill(1 / scales);
      let mass = 1;
      for (const [k, i] of this.#order.entries()) {
        const weight = weights[i] ?? 0;
        let sum = 0;
        for (let s = 0; s < scales; s++) {
          const value = (mix[s] ?? 0) * (s < parts.length ? Math.max(0, parts[s]?.[k] ?? 0) : uniform);
          likelihood[s] = value;
          sum += value;
        }
        for (let s = 0; s < scales; s++) gained[s] = (gained[s] ?? 0) + (weight * (likelihood[s] ?? 0)) / sum;
        mass += weight;
      }
      mix = gained.map((gain) => gain / mass);
    }
    return mix;
  }
}
