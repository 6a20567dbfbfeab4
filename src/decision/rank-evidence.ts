import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import type { Evidence } from '../documents/evidence.js';
import { type Explanation, type Posterior, type QuoteLookup, sentenceFor, type Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { MixtureFit } from './fit-mixture.js';

/** A signal that says less than this (odds of 1.3 to 1) is not worth a sentence. */
const MIN_REPORTED_LOG_RATIO = 0.25;

/** Evidence before it is put into words. */
export interface Reason extends Pick<Evidence, 'weight' | 'p'> {
  readonly signal: Signal;
  readonly explanation: Explanation<unknown>;
}

/** What speaks for an account's taking part with those flagged, the weightiest first. */
export function rankEvidence(
  a: number,
  { signals }: MixtureFit,
  { p }: AssignedVerdicts,
  flagged: Posterior,
): Reason[] {
  return signals
    .flatMap(({ signal, prepared, weights }): Reason[] => {
      const weight = weights[a] ?? outOfRange();
      const explanation = weight >= MIN_REPORTED_LOG_RATIO ? prepared.explain(a, flagged) : undefined;
      if (!explanation) return [];
      return [
        {
          signal,
          weight: Math.round(100 * weight) / 100,
          p: Number((p[signal.family][a] ?? outOfRange()).toPrecision(3)),
          explanation,
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}

/** The reasons in sentences. */
export function renderEvidence(reasons: readonly Reason[], { posts }: Dataset, quote: QuoteLookup): Evidence[] {
  return reasons.map(({ signal, weight, p, explanation }) => ({
    signal: signal.name,
    family: signal.family,
    weight,
    p,
    says: sentenceFor(signal, explanation, quote),
    posts: explanation.posts.map((post) => idAt(posts.id, post)),
  }));
}
