import { addAt, increment, outOfRange } from './array-access.js';

/**
 * An undirected weighted graph without loops: row i of `neighbours` and `weights` has the ties of node i; each tie is
 * in two rows.
 */
export interface WeightedGraph {
  readonly start: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

/**
 * A graph whose nodes can be merged communities: for each, twice the weight inside it, and its total weighted degree.
 */
interface Level extends WeightedGraph {
  readonly loops: Float64Array;
  readonly totals: Float64Array;
}

/**
 * Gains that differ by less are equal; then the community with the higher number wins, so that rounding decides
 * nothing.
 */
const EPSILON = 1e-10;

/**
 * Communities by modularity (Blondel, Guillaume, Lambiotte & Lefebvre 2008, doi 10.1088/1742-5468/2008/10/P10008), with
 * a queue of the nodes whose neighbourhood has changed, on typed arrays. The steps, and so the results, are those of
 * graphology-communities-louvain, which needs an object for every tie.
 *
 * @param random a number in [0, 1), called once for each level: determines where the first round begins
 * @returns the number of each node's community
 */
export function louvain(graph: WeightedGraph, random: () => number): Uint32Array {
  const nodes = graph.start.length - 1;
  const totals = new Float64Array(nodes);
  let twice = 0;
  for (let i = 0; i < nodes; i++) {
    // From the last to the first: the order in which ties were created.
    for (let k = (graph.start[i + 1] ?? outOfRange()) - 1; k >= (graph.start[i] ?? outOfRange()); k--)
      addAt(totals, i, graph.weights[k] ?? outOfRange());
    twice += totals[i] ?? outOfRange();
  }
  const community = totals.map((_, i) => i);
  let labels = Uint32Array.from(community);
  if (twice === 0) return labels;
  let level: Level = { ...graph, loops: new Float64Array(nodes), totals };
  for (;;) {
    const moved = moveNodes(level, twice, random);
    if (!moved) return labels;
    const old = renumber(moved);
    labels = labels.map((node) => moved[node] ?? outOfRange());
    level = induce(level, moved, old);
  }
}

/**
 * Moves nodes until no node gains by moving. Returns the community of each node; undefined if none has moved. Changes
 * `totals` to those of the communities.
 */
function moveNodes(
  { start, neighbours, weights, loops, totals }: Level,
  twice: number,
  random: () => number,
): Uint32Array | undefined {
  const nodes = loops.length;
  const community = new Uint32Array(nodes);
  const size = new Uint32Array(nodes).fill(1);
  const empty: number[] = [];
  const queue = new Queue(nodes);
  const first = Math.floor(random() * nodes);
  for (let i = 0; i < nodes; i++) {
    community[i] = i;
    queue.add((first + i) % nodes);
  }
  const tied = new Float64Array(nodes);
  const beside: number[] = [];
  let anyMoved = false;
  while (queue.size > 0) {
    const i = queue.take();
    const current = community[i] ?? outOfRange();
    let degree = 0;
    beside.length = 0;
    for (let k = start[i] ?? outOfRange(); k < (start[i + 1] ?? outOfRange()); k++) {
      const weight = weights[k] ?? outOfRange();
      const there = community[neighbours[k] ?? outOfRange()] ?? outOfRange();
      degree += weight;
      if (tied[there] === 0) beside.push(there);
      addAt(tied, there, weight);
    }
    const own = degree + (loops[i] ?? outOfRange());
    let best = current;
    let most = (tied[current] ?? outOfRange()) - (own * ((totals[current] ?? outOfRange()) - own)) / twice;
    for (const there of beside) {
      if (there === current) continue;
      const gain = (tied[there] ?? outOfRange()) - (own * (totals[there] ?? outOfRange())) / twice;
      const equal = Math.abs(gain - most) < EPSILON;
      if (equal ? best !== current && there > best : gain > most) [best, most] = [there, gain];
    }
    for (const there of beside) tied[there] = 0;
    // If every community is a loss for a node, it moves to a community that contains only itself.
    if (most < 0 && size[current] !== 1) best = empty.pop() ?? current;
    else if (most < 0) best = current;
    if (best === current) continue;
    totals[current] = (totals[current] ?? outOfRange()) - own;
    addAt(totals, best, own);
    community[i] = best;
    size[current] = (size[current] ?? outOfRange()) - 1;
    increment(size, best);
    if (size[current] === 0) empty.push(current);
    anyMoved = true;
    for (let k = start[i] ?? outOfRange(); k < (start[i + 1] ?? outOfRange()); k++)
      if (community[neighbours[k] ?? outOfRange()] !== best) queue.add(neighbours[k] ?? outOfRange());
  }
  return anyMoved ? community : undefined;
}

/** Numbers communities from 0 in the order of their first nodes; returns their old numbers. */
function renumber(community: Uint32Array): Uint32Array {
  const number = new Int32Array(community.length).fill(-1);
  const old: number[] = [];
  for (let i = 0; i < community.length; i++) {
    const before = community[i] ?? outOfRange();
    if (number[before] === -1) number[before] = old.push(before) - 1;
    community[i] = number[before] ?? outOfRange();
  }
  return Uint32Array.from(old);
}

/** The graph whose nodes are the communities; `old` has their indices in the totals of the level. */
function induce({ start, neighbours, weights, loops, totals }: Level, community: Uint32Array, old: Uint32Array): Level {
  const count = old.length;
  const members = groupByKey(community, count);
  const inside = new Float64Array(count);
  const newStart = new Uint32Array(count + 1);
  // There are at most as many ties as before.
  const newNeighbours = new Uint32Array(neighbours.length);
  const newWeights = new Float64Array(neighbours.length);
  const tied = new Float64Array(count);
  let end = 0;
  for (let c = 0; c < count; c++) {
    const beside: number[] = [];
    for (let m = members.start[c] ?? outOfRange(); m < (members.start[c + 1] ?? outOfRange()); m++) {
      const i = members.values[m] ?? outOfRange();
      addAt(inside, c, loops[i] ?? outOfRange());
      for (let k = start[i] ?? outOfRange(); k < (start[i + 1] ?? outOfRange()); k++) {
        const weight = weights[k] ?? outOfRange();
        const there = community[neighbours[k] ?? outOfRange()] ?? outOfRange();
        if (there === c) {
          addAt(inside, c, weight);
          continue;
        }
        if (tied[there] === 0) beside.push(there);
        addAt(tied, there, weight);
      }
    }
    for (const there of beside.sort((x, y) => x - y)) {
      newNeighbours[end] = there;
      newWeights[end] = tied[there] ?? outOfRange();
      tied[there] = 0;
      end++;
    }
    newStart[c + 1] = end;
  }
  return {
    start: newStart,
    neighbours: newNeighbours.slice(0, end),
    weights: newWeights.slice(0, end),
    loops: inside,
    totals: Float64Array.from(old, (number) => totals[number] ?? outOfRange()),
  };
}

/** Members of each key, ascending (counting sort). */
function groupByKey(keys: Uint32Array, count: number): { start: Uint32Array; values: Uint32Array } {
  const start = new Uint32Array(count + 1);
  for (const key of keys) increment(start, key + 1);
  for (let key = 0; key < count; key++)
    start[key + 1] = (start[key + 1] ?? outOfRange()) + (start[key] ?? outOfRange());
  const next = start.slice();
  const values = new Uint32Array(keys.length);
  for (const [i, key] of keys.entries()) {
    values[increment(next, key)] = i;
  }
  return { start, values };
}

/** A first-in, first-out queue that contains each value at most once. */
class Queue {
  readonly #ring: Uint32Array;
  readonly #waits: Uint8Array;
  #head = 0;
  size = 0;

  constructor(capacity: number) {
    this.#ring = new Uint32Array(capacity);
    this.#waits = new Uint8Array(capacity);
  }

  add(value: number): void {
    if (this.#waits[value] === 1) return;
    this.#waits[value] = 1;
    this.#ring[(this.#head + this.size) % this.#ring.length] = value;
    this.size++;
  }

  take(): number {
    const value = this.#ring[this.#head] ?? outOfRange();
    this.#head = (this.#head + 1) % this.#ring.length;
    this.#waits[value] = 0;
    this.size--;
    return value;
  }
}
