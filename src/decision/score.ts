import type { Verdict, VerdictReason } from '../documents/verdict.js';
import { outOfRange } from '../stats/array-access.js';
import { logit, sigmoid } from '../stats/logistic.js';
import type { MixtureFit } from './fit-mixture.js';

/** The range of scores of each verdict. The ranges do not overlap: a weaker verdict never has a higher score. */
const BANDS: Readonly<Record<Verdict | 'seen-once', readonly [from: number, to: number]>> = {
  coordinated: [50, 100],
  'seen-once': [40, 50],
  unclear: [30, 40],
  flooding: [25, 30],
  organic: [1, 25],
  insufficient: [0, 1],
};

/**
 * A score from 0 to 100 with one decimal: ranks accounts by verdict, and within a verdict by all evidence for and
 * against. Not a probability.
 */
export function scoreOf(
  { ranking, posterior }: MixtureFit,
  verdict: Verdict,
  reason: VerdictReason | null,
  a: number,
): number {
  const [from, to] = BANDS[reason === 'seen-once' ? reason : verdict];
  const standing = sigmoid(((ranking[a] ?? outOfRange()) + logit(posterior.prevalence)) / 2);
  return Math.round(10 * (from + (to - from) * standing)) / 10;
}
