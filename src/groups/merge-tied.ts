import { outOfRange } from '../stats/array-access.js';
import type { WeightedGraph } from '../stats/louvain.js';

/**
 * Two communities are merged if the ties between them are at least half of what the configuration model expects for
 * nodes of their strengths. Communities of one campaign with several texts, mixed at random over its accounts, have 0.5
 * to 1 times the expected ties; two separate campaigns have almost none.
 */
const LEAST_TIED = 0.5;

/**
 * Merges communities that belong together, because Louvain also splits graphs with random ties (Guimerà, Sales-Pardo &
 * Amaral 2004, doi 10.1103/PhysRevE.70.025101). Repeatedly merges the two with the highest ratio of observed to
 * expected ties, w_ij · 2m / (k_i · k_j) (the configuration model of modularity), down to `LEAST_TIED`.
 */
export function mergeTied(graph: WeightedGraph, labels: ArrayLike<number>): Int32Array {
  const merged = Int32Array.from(labels);
  const between = new Map<number, Map<number, number>>();
  const strength = new Map<number, number>();
  let total = 0;
  for (let node = 0; node < merged.length; node++) {
    const own = merged[node] ?? outOfRange();
    for (let k = graph.start[node] ?? outOfRange(); k < (graph.start[node + 1] ?? outOfRange()); k++) {
      const weight = graph.weights[k] ?? outOfRange();
      const other = merged[graph.neighbours[k] ?? outOfRange()] ?? outOfRange();
      strength.set(own, (strength.get(own) ?? 0) + weight);
      total += weight;
      if (other !== own) addTo(rowFor(between, own), other, weight);
    }
  }
  for (;;) {
    const best = mostTied(between, strength, total);
    if (!best) return merged;
    const [kept, gone] = best;
    for (let node = 0; node < merged.length; node++) if (merged[node] === gone) merged[node] = kept;
    strength.set(kept, (strength.get(kept) ?? 0) + (strength.get(gone) ?? 0));
    for (const [other, weight] of rowFor(between, gone)) {
      rowFor(between, other).delete(gone);
      if (other === kept) continue;
      addTo(rowFor(between, kept), other, weight);
      addTo(rowFor(between, other), kept, weight);
    }
    between.delete(gone);
  }
}

/** The two most strongly tied communities, the smaller label first; undefined if none reach `LEAST_TIED`. */
function mostTied(
  between: ReadonlyMap<number, ReadonlyMap<number, number>>,
  strength: ReadonlyMap<number, number>,
  total: number,
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let most = LEAST_TIED;
  for (const [one, row] of between) {
    for (const [two, weight] of row) {
      const tied = (weight * total) / ((strength.get(one) ?? 0) * (strength.get(two) ?? 0));
      if (one < two && tied >= most && (tied > most || !best)) {
        best = [one, two];
        most = tied;
      }
    }
  }
  return best;
}

function rowFor(rows: Map<number, Map<number, number>>, label: number): Map<number, number> {
  const row = rows.get(label) ?? new Map<number, number>();
  rows.set(label, row);
  return row;
}

function addTo(row: Map<number, number>, label: number, weight: number): void {
  row.set(label, (row.get(label) ?? 0) + weight);
}
