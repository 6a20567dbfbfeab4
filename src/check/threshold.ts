import type { Verdict } from '../documents/evidence.js';
import type { VerdictCounts } from '../documents/result.js';
import { formatRate, plural } from '../text/format.js';
import { shareDenominator } from './shares.js';

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
