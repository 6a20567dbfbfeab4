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
  const families = { creation: unmeasured(accounts), posting: unmeasured(accounts), sharing: unmeasured(accounts) };
  for (const { signal, prepared, weights } of signals) {
    const total = families[signal.family];
    for (let a = 0; a < accounts; a++) {
      if (prepared.able[a] !== 1) continue;
      const before = total[a] ?? Number.NaN;
      total[a] = (Number.isNaN(before) ? 0 : before) + (weights[a] ?? 0);
    }
  }
  for (const family of FAMILIES) families[family] = families[family].map((value) => clamp(value, -bound, bound));
  return families;
}

function unmeasured(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}

/** Sum over the measured families of what speaks for (above 0) or against taking part. */
export function totalEvidence(families: Families): Float64Array {
  return families.creation.map((_, a) => FAMILIES.reduce((total, family) => total + (families[family][a] || 0), 0));
}
