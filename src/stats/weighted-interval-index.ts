import { argsort } from './argsort.js';
import { outOfRange } from './array-access.js';
import { gallopLowerBound, gallopUpperBound } from './search.js';

/** Prepared queries: for each row a closed interval whose mass is computed. */
export interface IntervalQueries {
  /** The ranks of the two ends of each window among the points. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The two ends of each window; undefined if no mass is spread over an interval. */
  readonly low: Ends | undefined;
  readonly high: Ends | undefined;
}

/** Places, and how many intervals start and end before each. */
interface Ends {
  readonly place: Float64Array;
  readonly begun: Uint32Array;
  readonly ended: Uint32Array;
}

/**
 * Weighted masses on a line, each at a point or spread evenly over an interval: computes how much mass is in given
 * windows. NaN is left out.
 */
export class WeightedIntervalIndex {
  /** The masses that are not left out, sorted by place, then by number. */
  readonly order: Uint32Array;
  readonly #points: Float64Array;
  readonly #pointOrder: Uint32Array;
  readonly #starts: Edges;
  readonly #ends: Edges;
  readonly #reach: Float64Array;

  /** @param reach half the length of each interval, 0 for a point */
  constructor(middle: Float64Array, reach: Float64Array) {
    const order = argsort(middle);
    let known = order.length;
    // NaN comes last.
    while (known > 0 && Number.isNaN(middle[order[known - 1] ?? outOfRange()])) known--;
    this.order = order.subarray(0, known);
    const spread = this.order.filter((i) => (reach[i] ?? outOfRange()) > 0);
    this.#pointOrder = spread.length === 0 ? this.order : this.order.filter((i) => (reach[i] ?? outOfRange()) === 0);
    this.#points = placesOf(this.#pointOrder, middle);
    this.#starts = new Edges(spread, (i) => (middle[i] ?? outOfRange()) - (reach[i] ?? outOfRange()));
    this.#ends = new Edges(spread, (i) => (middle[i] ?? outOfRange()) + (reach[i] ?? outOfRange()));
    this.#reach = reach;
  }

  windows(low: Float64Array, high: Float64Array): IntervalQueries {
    const spread = this.#starts.size > 0;
    return {
      from: ranksOf(low, this.#points, gallopLowerBound),
      to: ranksOf(high, this.#points, gallopUpperBound),
      low: spread ? this.#endsAt(low) : undefined,
      high: spread ? this.#endsAt(high) : undefined,
    };
  }

  /** Prepares these weights for queries of mass in an interval. */
  weighted(weights: Float64Array): WeightedMass {
    const before = new Float64Array(this.#pointOrder.length + 1);
    let sum = 0;
    for (let k = 0; k < this.#pointOrder.length; k++) {
      sum += weights[this.#pointOrder[k] ?? outOfRange()] ?? outOfRange();
      before[k + 1] = sum;
    }
    if (this.#starts.size === 0) return new WeightedMass(before);
    const rates = weights.map((weight, i) => weight / Math.max(2 * (this.#reach[i] ?? outOfRange()), Number.MIN_VALUE));
    return new WeightedMass(before, this.#starts.growth(rates), this.#ends.growth(rates));
  }

  #endsAt(place: Float64Array): Ends {
    return {
      place,
      begun: ranksOf(place, this.#starts.at, gallopUpperBound),
      ended: ranksOf(place, this.#ends.at, gallopUpperBound),
    };
  }
}

/** The masses with given weights. */
class WeightedMass {
  /** Total weight of the points before each rank. */
  readonly #before: Float64Array;
  readonly #begun: Growth | undefined;
  readonly #ended: Growth | undefined;

  constructor(before: Float64Array, begun?: Growth, ended?: Growth) {
    this.#before = before;
    this.#begun = begun;
    this.#ended = ended;
  }

  /** Writes the mass in each of the windows, or in those at `places`, to `into`. */
  fill({ from, to, low, high }: IntervalQueries, into: Float64Array, places?: Uint32Array): void {
    const before = this.#before;
    const [begun, ended] = [this.#begun, this.#ended];
    const count = places ? places.length : from.length;
    for (let row = 0; row < count; row++) {
      const k = places ? (places[row] ?? outOfRange()) : row;
      const [start, end] = [from[k] ?? outOfRange(), to[k] ?? outOfRange()];
      into[row] = (before[end] ?? outOfRange()) - (before[start] ?? outOfRange());
    }
    if (!begun || !ended || !low || !high) return;
    // The mass of each interval grows at a constant rate from its start to its end.
    for (let row = 0; row < count; row++) {
      const k = places ? (places[row] ?? outOfRange()) : row;
      const [x, y] = [low.place[k] ?? outOfRange(), high.place[k] ?? outOfRange()];
      const upToEnd = grown(begun, y, high.begun[k] ?? outOfRange()) - grown(ended, y, high.ended[k] ?? outOfRange());
      const upToStart = grown(begun, x, low.begun[k] ?? outOfRange()) - grown(ended, x, low.ended[k] ?? outOfRange());
      into[row] = (into[row] ?? outOfRange()) + upToEnd - upToStart;
    }
  }
}

/** Sums over everything that begins to grow before each rank: Σ rate, and Σ rate · (place − origin). */
interface Growth {
  readonly origin: number;
  readonly rate: Float64Array;
  readonly lead: Float64Array;
}

/** How much has grown up to x, with `before` edges before it: Σ rate · (x − place) over these. */
function grown({ origin, rate, lead }: Growth, x: number, before: number): number {
  return (rate[before] ?? outOfRange()) * (x - origin) - (lead[before] ?? outOfRange());
}

/** Places at which something begins to grow, each at its own rate. */
class Edges {
  readonly #order: Uint32Array;
  readonly at: Float64Array;

  constructor(rows: Uint32Array, placeOf: (row: number) => number) {
    const places = Float64Array.from(rows, placeOf);
    // Of equal places the smaller row is first.
    const sorted = rows.toSorted();
    const order = argsort(Float64Array.from(sorted, placeOf));
    this.#order = order.map((k) => sorted[k] ?? outOfRange());
    this.at = places.sort();
  }

  get size(): number {
    return this.at.length;
  }

  growth(rates: Float64Array): Growth {
    const origin = this.at[0] ?? outOfRange();
    const rate = new Float64Array(this.size + 1);
    const lead = new Float64Array(this.size + 1);
    for (let k = 0; k < this.size; k++) {
      const own = rates[this.#order[k] ?? outOfRange()] ?? outOfRange();
      rate[k + 1] = (rate[k] ?? outOfRange()) + own;
      lead[k + 1] = (lead[k] ?? outOfRange()) + own * ((this.at[k] ?? outOfRange()) - origin);
    }
    return { origin, rate, lead };
  }
}

function placesOf(rows: Uint32Array, places: Float64Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) found[k] = places[rows[k] ?? outOfRange()] ?? outOfRange();
  return found;
}

/** The ranks of places among sorted ones; fast if the places are nearly in order. */
function ranksOf(places: Float64Array, sorted: Float64Array, find: typeof gallopLowerBound): Uint32Array {
  const ranks = new Uint32Array(places.length);
  let near = 0;
  for (let k = 0; k < places.length; k++) {
    near = find(sorted, places[k] ?? outOfRange(), near);
    ranks[k] = near;
  }
  return ranks;
}
