import type { Verdict } from '../evidence.js';
import { logit, sigmoid } from '../stats/logistic.js';
import type { Settled } from './settle.js';

/** Where likely coordinated begins. */
const MIDDLE = 50;

/**
 * 0 to 100, one decimal: ranks accounts by all that speaks for and against their taking part. From 50 up are those
 * called coordinated, so that no other ranks above them. Not a probability.
 */
export function scoreOf({ ranking, membership }: Settled, verdict: Verdict, a: number): number {
  const standing = MIDDLE * sigmoid(((ranking[a] ?? 0) + logit(membership.share)) / 2);
  return Math.round(10 * (verdict === 'coordinated' ? MIDDLE + standing : standing)) / 10;
}
