import { FAMILIES, type Family } from '../documents/evidence.js';
import type { FittedSignal, Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { clamp } from '../stats/logistic.js';

/** Log-likelihood ratio, in nats, of each account in each family; NaN where the family could not be measured. */
export type FamilyLogRatios = Readonly<Record<Family, Float64Array>>;

export interface WeighedSignal {
  readonly signal: Signal;
  readonly prepared: FittedSignal;
  readonly weights: Float64Array;
}

/** A family is held within odds of e⁶ ≈ 400 to 1: its signals would be fooled by the same thing. */
const MAX_FAMILY_LOG_RATIO = 6;

/** The sums of each family's signals. */
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

  /** Holds each sum within `bound`. */
  clip(bound = MAX_FAMILY_LOG_RATIO): FamilyLogRatios {
    for (const family of FAMILIES) {
      const total = this.families[family];
      for (let a = 0; a < total.length; a++) total[a] = clamp(total[a] ?? outOfRange(), -bound, bound);
    }
    return this.families;
  }
}

/** The same sums as far as a claim may rest on them: nothing above 0 for whom only signals speak that count beside others. */
export function withoutCorroborationOnly(
  families: FamilyLogRatios,
  signals: readonly WeighedSignal[],
): FamilyLogRatios {
  const accounts = families.creation.length;
  const alone = new FamilyLogRatioSums(accounts);
  for (const { signal, prepared, weights } of signals)
    if (signal.corroboratingOnly !== true) alone.add(signal, prepared, weights);
  const of = (family: Family): Float64Array => {
    // Where all speak for themselves there is nothing to take away.
    if (!signals.some(({ signal }) => signal.family === family && signal.corroboratingOnly === true))
      return families[family];
    return families[family].map((value, a) => ((alone.families[family][a] || 0) > 0 ? value : Math.min(value, 0)));
  };
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** Sum over the measured families of what speaks for (above 0) or against taking part. */
export function totalLogRatio({ creation, posting, sharing }: FamilyLogRatios): Float64Array {
  return creation.map((value, a) => (value || 0) + (posting[a] || 0) + (sharing[a] || 0));
}

function nanArray(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}
