import type { CsrRows } from '../dataset/csr-rows.js';
import { EDGE_KINDS, type Dataset } from '../dataset/dataset.js';
import type { ItemKind } from '../documents/evidence.js';
import { outOfRange } from '../stats/array-access.js';
import type { WeightedGraph } from '../stats/louvain.js';
import { lowerBound } from '../stats/search.js';

/**
 * If more suspected accounts than this share an item, it does not tie every pair of them: it ties each account only to
 * those 1, 2, 4, 8, … places before and after it. Time then grows almost linearly with the number of posts, and the
 * accounts remain connected.
 */
const PAIRWISE = 50;

/**
 * The weighted graph of ties between these accounts: node i is `accounts[i]`; an edge's weight is the sum, over the
 * items that both accounts share, of the item's rarity, ln(accounts / accounts that share it).
 * @param accounts account numbers, ascending
 */
export function tieGraph(m: Dataset, accounts: Uint32Array): WeightedGraph {
  const ties = new Ties(m, accounts);
  const start = new Uint32Array(accounts.length + 1);
  let size = 0;
  for (let node = 0; node < accounts.length; node++) {
    size += ties.of(node).length;
    start[node + 1] = size;
  }
  const neighbours = new Uint32Array(size);
  const weights = new Float64Array(neighbours.length);
  for (let node = 0; node < accounts.length; node++) {
    let at = start[node + 1] ?? outOfRange();
    // In reverse order: the order of neighbours determines the order in which communities are tried, and so which of
    // several equally good ones is found.
    for (const other of ties.of(node)) {
      neighbours[--at] = other;
      weights[at] = ties.weights[other] ?? outOfRange();
    }
  }
  return { start, neighbours, weights };
}

/** Computes the ties of one node at a time from its items, without a table of pairs. */
class Ties {
  /** Weights of the last node's ties, indexed by the other node. */
  readonly weights: Float64Array;
  readonly #m: Dataset;
  readonly #accounts: Uint32Array;
  /** The nodes that share each item, by kind. */
  readonly #bearers: ReadonlyMap<ItemKind, CsrRows>;
  #others: number[] = [];

  constructor(m: Dataset, accounts: Uint32Array) {
    const nodeOf = new Uint32Array(m.accounts.count);
    for (const [node, a] of accounts.entries()) nodeOf[a] = node + 1;
    this.#m = m;
    this.#accounts = accounts;
    this.#bearers = new Map(
      EDGE_KINDS.map((kind) => [
        kind,
        m.items[kind].accountsOf.filterMap((a) => {
          const node = nodeOf[a] ?? outOfRange();
          return node === 0 ? undefined : node - 1;
        }),
      ]),
    );
    this.weights = new Float64Array(accounts.length);
  }

  /** The nodes tied to this one, each once, in order of the items; overwritten by the next call. */
  of(node: number): readonly number[] {
    for (const other of this.#others) this.weights[other] = 0;
    this.#others = [];
    const a = this.#accounts[node] ?? outOfRange();
    for (const [kind, bearers] of this.#bearers) {
      const { itemsOf, accountsOf } = this.#m.items[kind];
      for (let k = itemsOf.start(a); k < itemsOf.end(a); k++) {
        const item = itemsOf.values[k] ?? outOfRange();
        const rarity = Math.log(this.#m.accounts.count / accountsOf.rowSize(item));
        if (rarity > 0) this.#tie(node, bearers, item, rarity);
      }
    }
    return this.#others;
  }

  #tie(node: number, rows: CsrRows, item: number, rarity: number): void {
    const size = rows.rowSize(item);
    if (size <= PAIRWISE) {
      for (let k = rows.start(item); k < rows.end(item); k++) this.#add(node, rows.values[k] ?? outOfRange(), rarity);
      return;
    }
    const bearers = rows.row(item);
    const place = lowerBound(bearers, node);
    for (let away = 1; away < size; away *= 2) {
      if (place >= away) this.#add(node, bearers[place - away] ?? outOfRange(), rarity);
      if (place + away < size) this.#add(node, bearers[place + away] ?? outOfRange(), rarity);
    }
  }

  #add(node: number, other: number, rarity: number): void {
    if (other === node) return;
    if (this.weights[other] === 0) this.#others.push(other);
    this.weights[other] = (this.weights[other] ?? outOfRange()) + rarity;
  }
}
