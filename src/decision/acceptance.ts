import type { Concentration } from '../groups/concentration.js';
import type { Candidate } from './candidate-sets.js';

/** The independent kinds in which a set can stand out; copies and repeated co-action are one. */
export type ConcentrationKind = 'dates' | 'time' | 'together';

/**
 * By how much a set has to be above the rest. On 52 dumps with a push the true side had dates of .71 to 1.97 against at
 * most .23 of a public.
 */
const LEAST: Concentration = { dates: 0.5, time: 0.4, copies: 0.2, repeated: 0.25 };

/** The kinds in which a set stands out from the rest. */
export function kindsOf({ margin }: Candidate): ConcentrationKind[] {
  return [
    ...(margin.dates > LEAST.dates ? ['dates' as const] : []),
    ...(margin.time > LEAST.time ? ['time' as const] : []),
    ...(margin.copies > LEAST.copies || margin.repeated > LEAST.repeated ? ['together' as const] : []),
  ];
}

/** A set is accepted as one that pushed where it stands out in at least two independent kinds. */
export function isAccepted(candidate: Candidate): boolean {
  return candidate.strength > 0 && kindsOf(candidate).length >= 2;
}
