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

/** The sums of each family's signals. */
export class FamilySums {
  readonly families: Families;

  constructor(accounts: number) {
    this.families = { creation: nothing(accounts), posting: nothing(accounts), sharing: nothing(accounts) };
  }

  clear(): void {
    for (const family of FAMILIES) this.families[family].fill(Number.NaN);
  }

  add({ family }: Signal, { able }: PreparedSignal, weights: Float64Array): void {
    const total = this.families[family];
    for (let a = 0; a < total.length; a++) if (able[a] === 1) total[a] = (total[a] || 0) + (weights[a] ?? 0);
  }

  /** Holds each sum within `bound`. */
  hold(bound = LOUDEST_FAMILY): Families {
    for (const family of FAMILIES) {
      const total = this.families[family];
      for (let a = 0; a < total.length; a++) total[a] = clamp(total[a] ?? Number.NaN, -bound, bound);
    }
    return this.families;
  }
}

/** The same sums as far as a claim may rest on them: nothing above 0 for whom only signals speak that count beside others. */
export function claimable(families: Families, signals: readonly WeighedSignal[]): Families {
  const accounts = families.creation.length;
  const alone = new FamilySums(accounts);
  for (const { signal, prepared, weights } of signals) if (signal.onlyBeside !== true) alone.add(signal, prepared, weights);
  const of = (family: Family): Float64Array => {
    // Where all speak for themselves there is nothing to take away.
    if (!signals.some(({ signal }) => signal.family === family && signal.onlyBeside === true)) return families[family];
    return families[family].map((value, a) => ((alone.families[family][a] || 0) > 0 ? value : Math.min(value, 0)));
  };
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** Sum over the measured families of what speaks for (above 0) or against taking part. */
export function totalEvidence({ creation, posting, sharing }: Families): Float64Array {
  return creation.map((value, a) => (value || 0) + (posting[a] || 0) + (sharing[a] || 0));
}

function nothing(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}
