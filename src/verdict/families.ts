import { FAMILIES, type Family } from '../evidence.js';
import type { PreparedSignal, Signal } from '../signals/signal.js';
import { clamp } from '../stats/logistic.js';

/** Log-likelihood ratio, in nats, of each account in each family; NaN where the family could not be measured. */
export type Families = Readonly<Record<Family, Float64Array>>;

export interface WeighedSignal {
  readonly signal: Signal;
  readonly prepared: PreparedSignal;
  readonly weights: Float64Array;
}

/** A family is held within odds of e⁶ ≈ 400 to 1: its signals would be fooled by the same thing. */
export const LOUDEST_FAMILY = 6;

/** Sums each family's signals, held within `bound`. */
export function sumFamilies(signals: readonly WeighedSignal[], accounts: number, bound = LOUDEST_FAMILY): Families {
  const of = (family: Family): Float64Array => {
    const total = new Float64Array(accounts).fill(Number.NaN);
    for (const { signal, prepared, weights } of signals) {
      if (signal.family !== family) continue;
      for (let a = 0; a < accounts; a++) if (prepared.able[a] === 1) total[a] = (total[a] || 0) + (weights[a] ?? 0);
    }
    return total.map((value) => clamp(value, -bound, bound));
  };
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** The same sums as far as a claim may rest on them: nothing above 0 for whom only signals speak that count beside others. */
export function claimable(families: Families, signals: readonly WeighedSignal[]): Families {
  const alone = sumFamilies(signals.filter(({ signal }) => signal.onlyBeside !== true), families.creation.length);
  const of = (family: Family): Float64Array => families[family].map((value, a) => ((alone[family][a] || 0) > 0 ? value : Math.min(value, 0)));
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** Sum over the measured families of what speaks for (above 0) or against taking part. */
export function totalEvidence(families: Families): Float64Array {
  return families.creation.map((_, a) => FAMILIES.reduce((total, family) => total + (families[family][a] || 0), 0));
}
