import { lowerBound, rankOrder, upperBound } from './search.js';

/** Closed intervals in which mass is asked for, one for each row, prepared. */
export interface Windows {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** For each window the ranks among the points between which it lies. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Weighted masses on a line, each at a point or spread evenly over an interval: how much of it lies in given windows.
 * NaN takes no part.
 */
export class IntervalMass {
  readonly #points: Float64Array;
  readonly #pointOrder: Uint32Array;
  readonly #starts: Edges;
  readonly #ends: Edges;
  readonly #length: Float64Array;

  /** @param reach half the length of each interval, 0 for a point */
  constructor(middle: Float64Array, reach: Float64Array) {
    const order = rankOrder(middle).filter((i) => !Number.isNaN(middle[i]));
    this.#pointOrder = order.filter((i) => (reach[i] ?? 0) === 0);
    this.#points = Float64Array.from(this.#pointOrder, (i) => middle[i] ?? 0);
    const spread = order.filter((i) => (reach[i] ?? 0) > 0);
    this.#starts = new Edges(spread, middle.map((x, i) => x - (reach[i] ?? 0)));
    this.#ends = new Edges(spread, middle.map((x, i) => x + (reach[i] ?? 0)));
    this.#length = reach.map((r) => 2 * r);
  }

  windows(low: Float64Array, high: Float64Array): Windows {
    return { low, high, from: Uint32Array.from(low, (x) => lowerBound(this.#points, x)), to: Uint32Array.from(high, (x) => upperBound(this.#points, x)) };
  }

  /** A function that tells the mass in each of some windows. */
  weighted(weights: Float64Array): (windows: Windows) => Float64Array {
    const before = new Float64Array(this.#pointOrder.length + 1);
    for (const [k, i] of this.#pointOrder.entries()) before[k + 1] = (before[k] ?? 0) + (weights[i] ?? 0);
    const rates = weights.map((weight, i) => weight / Math.max(this.#length[i] ?? 0, Number.MIN_VALUE));
    const [begun, ended] = [this.#starts.weighted(rates), this.#ends.weighted(rates)];
    // Each interval fills at an even rate from its start to its end.
    const until = this.#starts.size === 0 ? () => 0 : (x: number): number => begun(x) - ended(x);
    return ({ low, high, from, to }) => low.map((x, k) => (before[to[k] ?? 0] ?? 0) - (before[from[k] ?? 0] ?? 0) + until(high[k] ?? x) - until(x));
  }
}

/** Places at which something begins to grow, each at its own rate. */
class Edges {
  readonly #order: Uint32Array;
  readonly #at: Float64Array;

  constructor(rows: Uint32Array, place: Float64Array) {
    this.#order = rows.toSorted((a, b) => (place[a] ?? 0) - (place[b] ?? 0) || a - b);
    this.#at = Float64Array.from(this.#order, (i) => place[i] ?? 0);
  }

  get size(): number {
    return this.#at.length;
  }

  /** How much has grown up to a place: Σ rate · (x − place) over the places before x. */
  weighted(rates: Float64Array): (x: number) => number {
    const origin = this.#at[0] ?? 0;
    const rate = new Float64Array(this.size + 1);
    const lead = new Float64Array(this.size + 1);
    for (const [k, i] of this.#order.entries()) {
      rate[k + 1] = (rate[k] ?? 0) + (rates[i] ?? 0);
      lead[k + 1] = (lead[k] ?? 0) + (rates[i] ?? 0) * ((this.#at[k] ?? 0) - origin);
    }
    return (x) => {
      const k = upperBound(this.#at, x);
      return (rate[k] ?? 0) * (x - origin) - (lead[k] ?? 0);
    };
  }
}
