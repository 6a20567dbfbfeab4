import { outOfRange } from './array-access.js';

/** A column is dropped as collinear if less than this share of it remains after regressing on those before it. */
const NOTHING_NEW = 1e-8;

/**
 * The residuals of `y` after least squares on `columns`: y minus its projections on the columns, which are made
 * orthogonal one by one (Gram–Schmidt, applied twice, which is exact up to rounding: Giraud, Langou & Rozložník 2005).
 * Columns that are combinations of earlier ones are skipped. All have the same length.
 */
export function leastSquaresResiduals(y: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const left = y.slice();
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const direction = column.slice();
    for (const known of [...basis, ...basis]) takeOut(direction, known);
    const length = Math.sqrt(dot(direction, direction));
    if (length === 0 || length < NOTHING_NEW * Math.sqrt(dot(column, column))) continue;
    basis.push(direction.map((x) => x / length));
    takeOut(left, basis.at(-1) ?? direction);
  }
  return left;
}

/** Subtracts from `vector`, in place, its component along `unit`, which has length 1. */
function takeOut(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? outOfRange()) - along * (unit[i] ?? outOfRange());
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? outOfRange()) * (b[i] ?? outOfRange());
  return sum;
}
