import type { Result } from '../documents/result.js';
import { totalOf, type Verdict, type VerdictCounts } from '../documents/verdict.js';
import { formatRate, plural } from '../text/format.js';

/** A maximum number of accounts with a verdict, or a maximum percentage of those that could be judged. */
export type Threshold = { readonly verdict: Verdict } & ({ readonly most: number } | { readonly mostPercent: number });

/**
 * Said of whatever is asked about coordinated accounts where it cannot be told who pushed: nobody is called so, and
 * that is no good news.
 */
export const UNDECIDED = 'we cannot tell which side pushed, so nobody is called likely coordinated';

/** One sentence on why a threshold is crossed; undefined where it is not. */
export function thresholdCrossed(
  { accounts, undecided }: Pick<Result['summary'], 'accounts' | 'undecided'>,
  threshold: Threshold,
): string | undefined {
  if (undecided && threshold.verdict === 'coordinated') return UNDECIDED;
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
  return (
    `${found} of ${of} accounts (${formatRate(found, of)}) ${plural(found, 'is', 'are')} ${what}, ` +
    `more than the ${threshold.mostPercent}% allowed`
  );
}

/**
 * Of how many accounts a verdict's share is told: of those that could be judged; of all where the share of those is
 * asked that could not.
 */
export function shareDenominator(counts: VerdictCounts, verdict: Verdict): number {
  return totalOf(counts) - (verdict === 'insufficient' ? 0 : counts.insufficient);
}
