import type { Verdict } from '../documents/evidence.js';
import type { VerdictCounts } from '../documents/result.js';
import { formatRate, plural } from '../text/format.js';

/** At most so many accounts may have a verdict, or so many percent of those that could be judged. */
export type Threshold = { readonly verdict: Verdict } & ({ readonly most: number } | { readonly mostPercent: number });

/** One sentence on why a threshold is crossed; undefined where it is not. */
export function thresholdCrossed(accounts: VerdictCounts, threshold: Threshold): string | undefined {
  const found = accounts[threshold.verdict];
  const what = threshold.verdict === 'coordinated' ? 'likely coordinated' : threshold.verdict;
  if ('most' in threshold) {
    return found > threshold.most
      ? `${found} ${plural(found, 'account is', 'accounts are')} ${what}, more than the ${threshold.most} allowed`
      : undefined;
  }
  const of = shareDenominator(accounts, threshold.verdict);
  // Without dividing, so that 5 of 100 is not more than 5%.
  if (100 * found <= threshold.mostPercent * of) return undefined;
  return `${found} of ${of} accounts (${formatRate(found, of)}) ${plural(found, 'is', 'are')} ${what}, more than the ${threshold.mostPercent}% allowed`;
}

/** Of how many accounts a verdict's share is told: of those that could be judged; of all where the share of those is asked that could not. */
export function shareDenominator(
  { coordinated, unclear, organic, insufficient }: VerdictCounts,
  verdict: Verdict,
): number {
  return coordinated + unclear + organic + (verdict === 'insufficient' ? insufficient : 0);
}
