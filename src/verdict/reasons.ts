import type { Evidence } from '../evidence.js';
import type { Measurements } from '../measure/measurements.js';
import { says } from '../signals/says.js';
import type { Membership } from '../signals/signal.js';
import type { Judged } from './judge.js';
import type { Settled } from './settle.js';

/** A signal that says less than this (odds of 1.3 to 1) is not worth a sentence. */
const WORTH_SAYING = 0.25;

/** What speaks for an account's taking part with those flagged, in sentences, the weightiest first. */
export function reasonsFor(a: number, { signals }: Settled, { p }: Judged, flagged: Membership, { posts }: Measurements): Evidence[] {
  return signals
    .flatMap(({ signal, prepared, weights }): Evidence[] => {
      const weight = weights[a] ?? 0;
      const explained = weight >= WORTH_SAYING ? prepared.explain(a, flagged) : undefined;
      if (!explained) return [];
      return [
        {
          signal: signal.name,
          family: signal.family,
          weight: Math.round(100 * weight) / 100,
          p: Number((p[signal.family][a] ?? 1).toPrecision(3)),
          says: says(explained.finding),
          posts: explained.posts.map((post) => posts.id[post] ?? ''),
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}
