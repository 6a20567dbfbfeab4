import type { Evidence, Finding } from '../evidence.js';
import type { Measurements } from '../measure/measurements.js';
import { idAt } from '../measure/post-ids.js';
import { type Quote, says } from '../signals/says.js';
import type { Membership } from '../signals/signal.js';
import type { Judged } from './judge.js';
import type { Settled } from './settle.js';

/** A signal that says less than this (odds of 1.3 to 1) is not worth a sentence. */
const WORTH_SAYING = 0.25;

/** Evidence before it is put into words. */
export interface Reason extends Omit<Evidence, 'says' | 'posts'> {
  readonly finding: Finding;
  /** Numbers of the posts that show it. */
  readonly posts: readonly number[];
}

/** What speaks for an account's taking part with those flagged, the weightiest first. */
export function reasonsFor(a: number, { signals }: Settled, { p }: Judged, flagged: Membership): Reason[] {
  return signals
    .flatMap(({ signal, prepared, weights }): Reason[] => {
      const weight = weights[a] ?? 0;
      const explained = weight >= WORTH_SAYING ? prepared.explain(a, flagged) : undefined;
      if (!explained) return [];
      return [
        {
          signal: signal.name,
          family: signal.family,
          weight: Math.round(100 * weight) / 100,
          p: Number((p[signal.family][a] ?? 1).toPrecision(3)),
          finding: explained.finding,
          posts: explained.posts,
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}

/** The reasons in sentences. */
export function evidenceOf(reasons: readonly Reason[], { posts }: Measurements, quote: Quote): Evidence[] {
  return reasons.map(({ signal, family, weight, p, finding, posts: shown }) => ({ signal, family, weight, p, says: says(finding, quote), posts: shown.map((post) => idAt(posts.id, post)) }));
}
