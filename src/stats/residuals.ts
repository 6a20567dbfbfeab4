import { outOfRange } from './array-access.js';

/** A column is dropped as collinear if less than this share of it remains after regressing on those before it. */
const NOTHING_NEW = 1e-8;

/**
 * What least squares on `columns` leaves of `y`: y less its projections on the columns made orthogonal one by one
 * (Gram–Schmidt, twice over, which is exact to rounding: Giraud, Langou & Rozložník 2005). Columns that are
 * combinations of earlier ones are passed over. All of one length.
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

/** Takes out of `vector`, in place, its part along `unit`, of length 1. */
function takeOut(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? outOfRange()) - along * (unit[i] ?? outOfRange());
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? outOfRange()) * (b[i] ?? outOfRange());
  return sum;
}
