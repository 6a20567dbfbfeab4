import type { Result } from '../documents/result.js';
import { totalOf, type Verdict, type VerdictCounts } from '../documents/verdict.js';
import { formatRate, plural } from '../text/format.js';

/** A maximum number of accounts with a verdict, or a maximum percentage of those that could be judged. */
export type Threshold = { readonly verdict: Verdict } & ({ readonly most: number } | { readonly mostPercent: number });

/**
 * Message for any limit on coordinated accounts where it is undecided which side pushed. Nobody is called coordinated
 * then, but that must not count as a pass.
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
  // Does not divide, so that 5 of 100 is not more than 5%.
  if (100 * found <= threshold.mostPercent * of) return undefined;
  return (
    `${found} of ${of} accounts (${formatRate(found, of)}) ${plural(found, 'is', 'are')} ${what}, ` +
    `more than the ${threshold.mostPercent}% allowed`
  );
}

/**
 * Number of accounts that a verdict's share refers to: those that could be judged; all accounts for the verdict
 * `insufficient`.
 */
export function shareDenominator(counts: VerdictCounts, verdict: Verdict): number {
  return totalOf(counts) - (verdict === 'insufficient' ? 0 : counts.insufficient);
}
