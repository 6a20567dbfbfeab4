import { CsrBuilder, type CsrRows } from '../dataset/csr-rows.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import { argsort } from '../stats/argsort.js';
import { outOfRange } from '../stats/array-access.js';
import { partialConjunctionQValues } from '../stats/partial-conjunction.js';
import { weightedEmpiricalPValues } from '../stats/weighted-empirical-p-values.js';
import type { FamilyLogRatios } from './family-log-ratios.js';

/** The false discovery rate that the verdict promises. */
export const FALSE_DISCOVERY_RATE = 0.05;
/** Up to this rate an account is called unclear (one in five such claims would be wrong); so it is where one family alone passes at the rate above. */
export const UNCLEAR_FDR = 0.2;

/**
 * How much less probable by chance sharing has to be than the rest. Sharing tells a push apart best and its p-values are
 * the smallest: on simulated campaigns anything from 4 to 16 finds most, at the same precision (`npm run bench -- ratio`);
 * the labelled dumps were in view when 4 was taken.
 */
const THRESHOLD_RATIO = 4;

export interface TestResult {
  /** p-value of each account in each family; NaN where it could not be measured. */
  readonly p: Readonly<Record<Family, Float64Array>>;
  /** The least false discovery rate at which each account is said to have two signs. */
  readonly q: Float64Array;
}

/**
 * Tests for each account the claim "evidence from at least two families, one of them sharing, or from two occasions of sharing".
 *
 * A family's p-value is the share of the background that shows as much. The families are split in two, sharing and the
 * sum of the others (an old account is not cleared by its age: operators buy old ones, Elmas 2023, arXiv 2304.07907).
 * Whoever has evidence of one family alone, whichever it is, shows nothing in one of the two halves, so that the larger
 * of the two p-values is a valid partial conjunction p (Benjamini & Heller 2008). The false discovery rate is that of
 * `partialConjunctionQValues`.
 *
 * @param background how surely each account belongs to the background, 0 to 1
 * @param independent what an account's second occasion says that is independent of the first; it counts beside the first
 *   as evidence of its own
 * @param peers rows of accounts that are alike in activity: who posts more shares more and bursts more, so that an account is
 *   compared with the background among its peers only
 */
export function testPartialConjunction(
  families: FamilyLogRatios,
  background: Float64Array,
  independent: Float64Array,
  peers: CsrRows,
): TestResult {
  const [creation, posting, sharing] = FAMILIES.map((family) =>
    stratifiedEmpiricalPValues(families[family], background, peers),
  );
  if (!creation || !posting || !sharing) throw new Error('a family has no p-values');
  const itself = stratifiedEmpiricalPValues(
    families.creation.map((value, a) =>
      addMeasured(
        addMeasured(Math.max(0, value), families.posting[a] ?? Number.NaN),
        (independent[a] ?? outOfRange()) > 0 ? (independent[a] ?? outOfRange()) : Number.NaN,
      ),
    ),
    background,
    peers,
  );
  return {
    p: { creation, posting, sharing },
    q: partialConjunctionQValues(sharing.map(nanToOne), itself.map(nanToOne), THRESHOLD_RATIO),
  };
}

/** `weightedEmpiricalPValues` among the peers that were measured; NaN where there was nothing to measure. */
export function stratifiedEmpiricalPValues(
  values: Float64Array,
  background: Float64Array,
  peers: CsrRows,
): Float64Array {
  const p = new Float64Array(values.length).fill(Number.NaN);
  const inOrder = sortRows(values, peers);
  for (let block = 0; block < peers.count; block++) {
    const row = inOrder.row(block);
    const missing = row.findIndex((a) => Number.isNaN(values[a] ?? outOfRange()));
    weightedEmpiricalPValues(values, background, missing === -1 ? row : row.subarray(0, missing), p);
  }
  return p;
}

/** Each row in the order of the values, NaN last; equal values as they were. Sorts everything at once, and deals it to the rows. */
function sortRows(values: Float64Array, rows: CsrRows): CsrRows {
  const rowOf = new Uint32Array(rows.values.length);
  const sizes = new Uint32Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    rowOf.fill(row, rows.start(row), rows.end(row));
    sizes[row] = rows.rowSize(row);
  }
  const sorted = new CsrBuilder(sizes);
  const inRows = new Float64Array(rows.values.length);
  for (let k = 0; k < inRows.length; k++) inRows[k] = values[rows.values[k] ?? outOfRange()] ?? outOfRange();
  for (const k of argsort(inRows)) sorted.push(rowOf[k] ?? outOfRange(), rows.values[k] ?? outOfRange());
  return sorted.build();
}

/** The sum of what was measured; NaN where neither was. */
function addMeasured(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

/** What was not measured cannot be improbable. */
export function nanToOne(p: number): number {
  return Number.isNaN(p) ? 1 : p;
}
