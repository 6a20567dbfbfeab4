import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import type { Evidence, QuoteRef } from '../documents/evidence.js';
import type { Posterior, QuoteLookup } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { MixtureFit } from './fit-mixture.js';

/** A signal that says less than this (odds of 1.3 to 1) is not worth a sentence. */
const MIN_REPORTED_LOG_RATIO = 0.25;

/** Evidence before it is put into words. */
export interface Reason extends Pick<Evidence, 'signal' | 'family' | 'weight' | 'p'> {
  /** Whether it counts towards a claim only beside another of its family. */
  readonly corroboratingOnly: boolean;
  /** Posts that show it, by number. */
  readonly posts: readonly number[];
  /** What the sentence quotes. */
  readonly example?: QuoteRef;
  readonly says: (quoted: string) => string;
}

/**
 * What speaks for an account's taking part with those flagged, the weightiest first. What a reader would take for the
 * contrary is left out: a finding that is no more than expected may weigh something all the same, by what else is known.
 */
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
      if (!explanation || !signal.isTelling(explanation.finding)) return [];
      const { finding, posts, example } = explanation;
      return [
        {
          signal: signal.name,
          family: signal.family,
          corroboratingOnly: signal.corroboratingOnly === true,
          weight: Math.round(100 * weight) / 100,
          p: Number((p[signal.family][a] ?? outOfRange()).toPrecision(3)),
          posts,
          ...(example === undefined ? {} : { example }),
          says: (quoted) => signal.describe(finding, quoted),
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}

/** The reasons in sentences. */
export function renderEvidence(reasons: readonly Reason[], { posts }: Dataset, quote: QuoteLookup): Evidence[] {
  return reasons.map(({ signal, family, weight, p, posts: shown, example, says }) => ({
    signal,
    family,
    weight,
    p,
    says: says(example === undefined ? '' : quote(example)),
    posts: shown.map((post) => idAt(posts.id, post)),
  }));
}
