import { argsort } from './argsort.js';
import { outOfRange } from './array-access.js';

/** Benjamini & Hochberg (1995) adjusted p-values: the smallest false discovery rate at which each is rejected. */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = argsort(p);
  const q = new Float64Array(p.length);
  let least = 1;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] ?? outOfRange();
    least = Math.min(least, ((p[i] ?? outOfRange()) * p.length) / (k + 1));
    q[i] = least;
  }
  return q;
}
