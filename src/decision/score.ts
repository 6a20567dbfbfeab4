import type { Verdict } from '../documents/evidence.js';
import { outOfRange } from '../stats/array-access.js';
import { logit, sigmoid } from '../stats/logistic.js';
import type { MixtureFit } from './fit-mixture.js';

/** Where likely coordinated begins. */
const MIDDLE = 50;

/**
 * 0 to 100, one decimal: ranks accounts by all that speaks for and against their taking part. From 50 up are those
 * called coordinated, so that no other ranks above them. Not a probability.
 */
export function scoreOf({ ranking, posterior }: MixtureFit, verdict: Verdict, a: number): number {
  const standing = MIDDLE * sigmoid(((ranking[a] ?? outOfRange()) + logit(posterior.prevalence)) / 2);
  return Math.round(10 * (verdict === 'coordinated' ? MIDDLE + standing : standing)) / 10;
}
