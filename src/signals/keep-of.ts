import type { Rows } from '../measure/measurements.js';

/** The rows with those of their values for which `kept` is not 0, in their order, each as `as` has it. */
export function keepOf(rows: Rows, kept: (value: number) => number, as: (value: number) => number): Rows {
  const count = rows.start.length - 1;
  const start = new Uint32Array(rows.start.length);
  for (let i = 0, total = 0; i < count; i++) {
    for (let k = rows.start[i] ?? 0; k < (rows.start[i + 1] ?? 0); k++) if (kept(rows.values[k] ?? 0) !== 0) total++;
    start[i + 1] = total;
  }
  const values = new Uint32Array(start[count] ?? 0);
  for (let k = 0, at = 0; k < (rows.start[count] ?? 0); k++) {
    const value = rows.values[k] ?? 0;
    if (kept(value) !== 0) values[at++] = as(value);
  }
  return { start, values };
}
