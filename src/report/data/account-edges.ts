import { type Items, type Dataset, EDGE_KINDS } from '../../dataset/dataset.js';
import type { Tie } from '../../documents/report-data.js';
import type { Result } from '../../documents/result.js';
import { addAt, increment, outOfRange } from '../../stats/array-access.js';

/**
 * Maximum number of accounts among which ties are searched, highest scores first: a thousand accounts have half a
 * million pairs, 14 MB of figures for each kind. An item that k of them share takes k²/2 steps.
 */
const MOST_TIED = 1_000;
/** Maximum number of ties, strongest first: a larger network cannot be read. In GEXF they take about 8 MB. */
export const MAX_EDGES = 20_000;

/** See `ReportData.ties`. An item that all accounts share does not tie them. */
export function accountEdges(m: Dataset, { accounts }: Pick<Result, 'accounts'>): Tie[] {
  const numberOf = new Map(m.accounts.id.map((id, a) => [id, a]));
  const members = accounts
    .filter(({ group, verdict }) => group !== null && (verdict === 'coordinated' || verdict === 'unclear'))
    .slice(0, MOST_TIED)
    .flatMap(({ id }) => numberOf.get(id) ?? [])
    .sort((a, b) => a - b);
  return EDGE_KINDS.flatMap((kind) => tiesOf(m, m.items[kind], members).map((tie) => ({ kind, ...tie })))
    .sort(
      (x, y) =>
        y.weight - x.weight || compare(x.source, y.source) || compare(x.target, y.target) || compare(x.kind, y.kind),
    )
    .slice(0, MAX_EDGES);
}

function tiesOf(m: Dataset, items: Items, members: readonly number[]): Omit<Tie, 'kind'>[] {
  const placeOf = new Map(members.map((a, place) => [a, place]));
  const pairs = new Pairs(members.length);
  for (let i = 0; i < items.count; i++) {
    const bearers = items.accountsOf.row(i);
    const rarity = Math.log(m.accounts.count / bearers.length);
    const places = [...bearers].flatMap((a) => placeOf.get(a) ?? []);
    if (rarity > 0 && places.length > 1) pairs.add(places, rarity, spansOf(m, items, i, placeOf));
  }
  return pairs.list((place) => m.accounts.id[members[place] ?? outOfRange()] ?? outOfRange());
}

/** First and last time at which each member (by place) posted item i. */
function spansOf(
  m: Dataset,
  items: Items,
  i: number,
  placeOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly [number, number]> {
  const times = new Map<number, readonly [number, number]>();
  for (const p of items.postsOf.row(i)) {
    const place = placeOf.get(m.posts.account[p] ?? outOfRange());
    if (place === undefined) continue;
    const time = m.posts.time[p] ?? outOfRange();
    times.set(place, [times.get(place)?.[0] ?? time, time]);
  }
  return times;
}

/** The figures for every pair x < y of members. */
class Pairs {
  readonly #weight: Float64Array;
  readonly #items: Uint32Array;
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  constructor(members: number) {
    const pairs = (members * (members - 1)) / 2;
    this.#weight = new Float64Array(pairs);
    this.#items = new Uint32Array(pairs);
    this.#first = new Float64Array(pairs).fill(Infinity);
    this.#last = new Float64Array(pairs).fill(-Infinity);
  }

  /** Adds an item that the members at these indices (ascending) share. */
  add(places: readonly number[], rarity: number, times: ReadonlyMap<number, readonly [number, number]>): void {
    const members = places.map((place) => {
      const [first, last] = times.get(place) ?? [Infinity, -Infinity];
      return { place, first, last };
    });
    for (const [j, y] of members.entries()) {
      for (const x of members.slice(0, j)) {
        const pair = (y.place * (y.place - 1)) / 2 + x.place;
        addAt(this.#weight, pair, rarity);
        increment(this.#items, pair);
        this.#first[pair] = Math.min(this.#first[pair] ?? outOfRange(), x.first, y.first);
        this.#last[pair] = Math.max(this.#last[pair] ?? outOfRange(), x.last, y.last);
      }
    }
  }

  list(id: (place: number) => string): Omit<Tie, 'kind'>[] {
    const ties: Omit<Tie, 'kind'>[] = [];
    for (let y = 1, pair = 0; pair < this.#items.length; y++) {
      for (let x = 0; x < y; x++, pair++) {
        if (this.#items[pair] === 0) continue;
        ties.push({
          source: id(x),
          target: id(y),
          weight: Math.round(1000 * (this.#weight[pair] ?? outOfRange())) / 1000,
          items: this.#items[pair] ?? outOfRange(),
          firstAt: new Date(this.#first[pair] ?? outOfRange()).toISOString(),
          lastAt: new Date(this.#last[pair] ?? outOfRange()).toISOString(),
        });
      }
    }
    return ties;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
