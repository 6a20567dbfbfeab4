import { FAMILIES, type Family } from '../documents/evidence.js';
import type { FittedSignal, Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { clamp } from '../stats/logistic.js';

/** Log-likelihood ratio, in nats, of each account in each family; NaN if the family could not be measured. */
export type FamilyLogRatios = Readonly<Record<Family, Float64Array>>;

export interface WeighedSignal {
  readonly signal: Signal;
  readonly prepared: FittedSignal;
  readonly weights: Float64Array;
}

/**
 * Each family's log ratio is clipped to ±6 nats (odds of 400 to 1), because one cause can mislead all of its signals at
 * once.
 */
const MAX_FAMILY_LOG_RATIO = 6;

/** Adds up log-likelihood ratios (nats) by family; one sum per account. */
export class FamilyLogRatioSums {
  readonly families: FamilyLogRatios;

  constructor(accounts: number) {
    this.families = { creation: nanArray(accounts), posting: nanArray(accounts), sharing: nanArray(accounts) };
  }

  clear(): void {
    for (const family of FAMILIES) this.families[family].fill(Number.NaN);
  }

  add({ family }: Signal, { measurable }: FittedSignal, weights: Float64Array): void {
    const total = this.families[family];
    for (let a = 0; a < total.length; a++)
      if (measurable[a] === 1) total[a] = (total[a] || 0) + (weights[a] ?? outOfRange());
  }

  /** Clips each sum to ±`bound`. */
  clip(bound = MAX_FAMILY_LOG_RATIO): FamilyLogRatios {
    for (const family of FAMILIES) {
      const total = this.families[family];
      for (let a = 0; a < total.length; a++) total[a] = clamp(total[a] ?? outOfRange(), -bound, bound);
    }
    return this.families;
  }
}

/**
 * The sums that may support a claim. If an account's only positive evidence in a family is from corroborating signals,
 * its sum is at most 0: such signals count only together with another signal of their family.
 */
export function withoutCorroborationOnly(
  families: FamilyLogRatios,
  signals: readonly WeighedSignal[],
): FamilyLogRatios {
  const accounts = families.creation.length;
  const alone = new FamilyLogRatioSums(accounts);
  for (const { signal, prepared, weights } of signals)
    if (signal.corroboratingOnly !== true) alone.add(signal, prepared, weights);
  const of = (family: Family): Float64Array => {
    // Without corroborating signals nothing changes.
    if (!signals.some(({ signal }) => signal.family === family && signal.corroboratingOnly === true))
      return families[family];
    return families[family].map((value, a) => ((alone.families[family][a] || 0) > 0 ? value : Math.min(value, 0)));
  };
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/**
 * The sum of an account's log ratios (nats) over the measured families: evidence of taking part if above 0, evidence
 * against it if below 0.
 */
export function totalLogRatio({ creation, posting, sharing }: FamilyLogRatios): Float64Array {
  return creation.map((value, a) => (value || 0) + (posting[a] || 0) + (sharing[a] || 0));
}

function nanArray(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}
