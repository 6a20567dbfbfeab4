import { CsrBuilder, type CsrRows } from '../dataset/csr-rows.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import { argsort } from '../stats/argsort.js';
import { outOfRange } from '../stats/array-access.js';
import { partialConjunctionQValues } from '../stats/partial-conjunction.js';
import { weightedEmpiricalPValues } from '../stats/weighted-empirical-p-values.js';
import type { FamilyLogRatios } from './family-log-ratios.js';

/** The false discovery rate of the verdict `coordinated`. */
export const FALSE_DISCOVERY_RATE = 0.05;
/**
 * Up to this false discovery rate an account is unclear: one in five such claims would be wrong. An account for which
 * only one family passes at the rate above is unclear too.
 */
export const UNCLEAR_FDR = 0.2;

/**
 * How many times smaller the p-value of sharing must be than that of the rest. Sharing distinguishes a push best and
 * has the smallest p-values: on simulated campaigns, ratios from 4 to 16 have the highest recall at the same precision
 * (`npm run bench -- ratio`). The labelled dumps were known when 4 was chosen.
 */
const THRESHOLD_RATIO = 4;

export interface TestResult {
  /** p-value of each account in each family; NaN if it could not be measured. */
  readonly p: Readonly<Record<Family, Float64Array>>;
  /**
   * q-value of each account: the smallest false discovery rate at which it is claimed to have two kinds of evidence.
   */
  readonly q: Float64Array;
}

/**
 * Tests for each account the claim "evidence from at least two families, one of them sharing, or from two occasions of
 * sharing".
 *
 * A family's p-value is the share of the background that shows as much. The families are split in two, sharing and the
 * sum of the others (an old account is not cleared by its age: operators buy old ones, Elmas 2023, arXiv 2304.07907).
 * An account with evidence from only one family has none in one of the two halves, so the larger of the two p-values is
 * a valid partial conjunction p (Benjamini & Heller 2008). The false discovery rate is that of
 * `partialConjunctionQValues`.
 *
 * @param background probability, 0 to 1, that each account belongs to the background
 * @param independent log ratio, in nats, of each account's second occasion, which is independent of the first and
 *   counts as further evidence
 * @param peers rows of accounts with similar activity. Active accounts share more and have more bursts, so an account
 *   is compared only with the background among its peers
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

/** `weightedEmpiricalPValues` within each row of peers, of the measured accounts; NaN for the others. */
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

/** Sorts each row by value, NaN last, stable. Sorts all accounts once and then distributes them to the rows. */
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

/** The sum of the measured (not NaN) terms; NaN if neither was measured. */
function addMeasured(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

/** Not measured (NaN) counts as p = 1. */
export function nanToOne(p: number): number {
  return Number.isNaN(p) ? 1 : p;
}
