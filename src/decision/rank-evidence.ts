import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import type { Evidence, Finding } from '../documents/evidence.js';
import { type QuoteLookup, describeFinding } from '../signals/finding-text.js';
import type { Posterior } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { MixtureFit } from './fit-mixture.js';

/** A signal that says less than this (odds of 1.3 to 1) is not worth a sentence. */
const MIN_REPORTED_LOG_RATIO = 0.25;

/** Evidence before it is put into words. */
export interface Reason extends Omit<Evidence, 'says' | 'posts'> {
  readonly finding: Finding;
  /** Numbers of the posts that show it. */
  readonly posts: readonly number[];
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
      const explained = weight >= MIN_REPORTED_LOG_RATIO ? prepared.explain(a, flagged) : undefined;
      if (!explained) return [];
      return [
        {
          signal: signal.name,
          family: signal.family,
          weight: Math.round(100 * weight) / 100,
          p: Number((p[signal.family][a] ?? outOfRange()).toPrecision(3)),
          finding: explained.finding,
          posts: explained.posts,
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}

/** The reasons in sentences. */
export function renderEvidence(reasons: readonly Reason[], { posts }: Dataset, quote: QuoteLookup): Evidence[] {
  return reasons.map(({ signal, family, weight, p, finding, posts: shown }) => ({
    signal,
    family,
    weight,
    p,
    says: describeFinding(finding, quote),
    posts: shown.map((post) => idAt(posts.id, post)),
  }));
}
