import { FAMILIES } from '../documents/evidence.js';
import type { SignalCoverage } from '../documents/inspection.js';
import type { FittedSignal, Signal } from '../signals/signal.js';

type Prepared = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/** For each signal the number of accounts for which it could be measured and, if not for all, the reason. */
export function signalCoverage(signals: Prepared, accounts: number): SignalCoverage[] {
  return signals.map(({ signal, prepared }) => {
    const able = prepared.measurable.reduce((sum, each) => sum + each, 0);
    const { some, all } = signal.missing;
    return {
      signal: signal.name,
      family: signal.family,
      accounts: able,
      lacking: able === accounts ? null : able === 0 ? all : some,
    };
  });
}

/** Number of accounts for which at least two families can be measured. */
export function countJudgeable(signals: Prepared, accounts: number): number {
  let count = 0;
  for (let a = 0; a < accounts; a++) {
    const families = FAMILIES.filter((family) =>
      signals.some(({ signal, prepared }) => signal.family === family && prepared.measurable[a] === 1),
    );
    if (families.length >= 2) count++;
  }
  return count;
}
