import type { CsrRows } from '../dataset/dataset.js';

/** The rows with those of their values for which `kept` is not 0, in their order, each as `as` has it. */
export function filterMapRows(rows: CsrRows, kept: (value: number) => number, as: (value: number) => number): CsrRows {
  const count = rows.offsets.length - 1;
  const start = new Uint32Array(rows.offsets.length);
  for (let i = 0, total = 0; i < count; i++) {
    for (let k = rows.offsets[i] ?? 0; k < (rows.offsets[i + 1] ?? 0); k++)
      if (kept(rows.values[k] ?? 0) !== 0) total++;
    start[i + 1] = total;
  }
  const values = new Uint32Array(start[count] ?? 0);
  for (let k = 0, at = 0; k < (rows.offsets[count] ?? 0); k++) {
    const value = rows.values[k] ?? 0;
    if (kept(value) !== 0) values[at++] = as(value);
  }
  return { offsets: start, values };
}
