import type { Verdict } from '../documents/evidence.js';
import type { VerdictCounts } from '../documents/result.js';

/** Of how many accounts a verdict's share is told: of those that could be judged; of all where the share of those is asked that could not. */
export function shareDenominator(
  { coordinated, unclear, organic, insufficient }: VerdictCounts,
  verdict: Verdict,
): number {
  return coordinated + unclear + organic + (verdict === 'insufficient' ? insufficient : 0);
}
