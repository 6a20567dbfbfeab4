import { lowerBound, rankOrder, upperBound } from './search.js';

/** Rounds in which the weights of the scales are learned; they change by less than 1% after five. */
const ROUNDS = 8;

/**
 * Leave-one-out densities of points on a line, as a mixture of box kernels of several widths and a uniform, the mixture
 * weights chosen by maximum likelihood (expectation–maximisation on the left-out points), so that the data say how fine
 * their clusters are. Points that are NaN are left out, and get a density of 0.
 */
export class ScaleMixture {
  readonly #points: Float64Array;
  readonly #order: Uint32Array;
  readonly #windows: { readonly width: number; readonly from: Uint32Array; readonly to: Uint32Array }[];
  readonly #span: number;

  /** @param halfWidths in the unit of the points, ascending */
  constructor(points: Float64Array, halfWidths: readonly number[]) {
    this.#order = rankOrder(points).filter((i) => !Number.isNaN(points[i]));
    const sorted = Float64Array.from(this.#order, (i) => points[i] ?? 0);
    this.#points = points;
    this.#windows = halfWidths.map((half) => ({
      width: 2 * half,
      from: Uint32Array.from(sorted, (x) => lowerBound(sorted, x - half)),
      to: Uint32Array.from(sorted, (x) => upperBound(sorted, x + half)),
    }));
    this.#span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + (halfWidths.at(-1) ?? 1);
  }

  /**
   * Density at each point of the weighted others, with `prior` more points spread as `base` says.
   * @param weights of each point, ≥ 0
   */
  density(weights: Float64Array, prior: number, base?: Float64Array): Float64Array {
    const order = this.#order;
    const before = new Float64Array(order.length + 1);
    for (const [k, i] of order.entries()) before[k + 1] = (before[k] ?? 0) + (weights[i] ?? 0);
    const total = before[order.length] ?? 0;
    const uniform = 1 / this.#span;
    const parts = this.#windows.map(({ width, from, to }) =>
      Float64Array.from(order, (i, k) => ((before[to[k] ?? 0] ?? 0) - (before[from[k] ?? 0] ?? 0) - (weights[i] ?? 0)) / width / Math.max(total - (weights[i] ?? 0), 1e-9)),
    );
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
