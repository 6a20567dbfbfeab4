import type { CsrRows } from './dataset.js';

/** Groups 0 … keys.length − 1 by key: row k holds, ascending, the indices i with keys[i] = k (counting sort). */
export function groupIndices(keys: Uint32Array, count: number): CsrRows {
  const start = new Uint32Array(count + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let k = 0; k < count; k++) start[k + 1] = (start[k + 1] ?? 0) + (start[k] ?? 0);
  const next = start.slice();
  const values = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const at = next[key] ?? 0;
    values[at] = i;
    next[key] = at + 1;
  }
  return { offsets: start, values };
}
