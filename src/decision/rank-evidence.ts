import type { Dataset } from '../dataset/dataset.js';
import { idAt } from '../dataset/post-ids.js';
import type { Evidence, EvidenceFigures } from '../documents/evidence.js';
import {
  type ExplainedFinding,
  likenessOf,
  type Posterior,
  type QuoteLookup,
  type FindingContext,
} from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { WeighedSignal } from './family-log-ratios.js';
import type { MixtureFit } from './fit-mixture.js';

/** A smaller log ratio (odds below 1.3 to 1) is not reported. */
const MIN_REPORTED_LOG_RATIO = 0.25;

/** Evidence before it is written as a sentence. */
export interface Reason
  extends
    Pick<Evidence, 'signal' | 'family' | 'weight' | 'p'>,
    Pick<ExplainedFinding<unknown>, 'posts' | 'example' | 'matches'> {
  /** Whether it counts towards a claim only together with another signal of its family. */
  readonly corroboratingOnly: boolean;
  readonly comparesTexts: boolean;
  readonly figures: Partial<EvidenceFigures>;
  readonly says: (told: FindingContext) => string;
}

/**
 * The evidence that an account took part together with the flagged accounts, largest weight first. Omits findings that
 * a reader would understand as evidence against it: a count that is not above the expected one can still have a
 * positive weight.
 */
export function rankEvidence(
  a: number,
  { signals }: MixtureFit,
  { p }: AssignedVerdicts,
  flagged: Posterior,
): Reason[] {
  return signals
    .flatMap((weighed): Reason[] => {
      const { signal } = weighed;
      const explanation = tellingExplanation(a, weighed, flagged);
      if (!explanation) return [];
      const { finding, ...shown } = explanation;
      return [
        {
          signal: signal.name,
          family: signal.family,
          corroboratingOnly: signal.corroboratingOnly === true,
          weight: Math.round(100 * (weighed.weights[a] ?? outOfRange())) / 100,
          p: Number((p[signal.family][a] ?? outOfRange()).toPrecision(3)),
          ...shown,
          comparesTexts: signal.comparesTexts === true,
          figures: signal.figures(finding),
          says: (told) => signal.describe(finding, told),
        },
      ];
    })
    .sort((x, y) => y.weight - x.weight);
}

/**
 * Whether `rankEvidence` would return a reason of sharing and one of another family that both count by themselves.
 * Faster, because it stops at the first of each.
 */
export function hasTwoFamilies(a: number, { signals }: MixtureFit, flagged: Posterior): boolean {
  const some = (isShared: boolean): boolean =>
    signals.some(
      (weighed) =>
        weighed.signal.corroboratingOnly !== true &&
        (weighed.signal.family === 'sharing') === isShared &&
        tells(a, weighed, flagged),
    );
  return some(false) && some(true);
}

function tells(a: number, weighed: WeighedSignal, flagged: Posterior): boolean {
  const { prepared, weights } = weighed;
  if (!prepared.tells) return tellingExplanation(a, weighed, flagged) !== undefined;
  return (weights[a] ?? outOfRange()) >= MIN_REPORTED_LOG_RATIO && prepared.tells(a, flagged);
}

/**
 * A signal's evidence for an account; undefined if it is too small to report, or if a reader would understand it as
 * evidence against.
 */
function tellingExplanation(
  a: number,
  { signal, prepared, weights }: WeighedSignal,
  flagged: Posterior,
): ExplainedFinding<unknown> | undefined {
  if ((weights[a] ?? outOfRange()) < MIN_REPORTED_LOG_RATIO) return undefined;
  const explanation = prepared.explain(a, flagged);
  return explanation && signal.isTelling(explanation.finding) ? explanation : undefined;
}

/** The reasons as sentences and as numbers. `called` is what a report calls the counted accounts. */
export function renderEvidence(
  reasons: readonly Reason[],
  { posts, accounts, objectColumns }: Dataset,
  called: string,
  quote: QuoteLookup,
): Evidence[] {
  return reasons.map((reason) => {
    const { signal, family, weight, p, posts: shown, example, matches = [], comparesTexts, figures, says } = reason;
    const likeness = likenessOf(reason, comparesTexts, quote);
    const quoted = example === undefined ? '' : quote(example);
    return {
      signal,
      family,
      weight,
      p,
      says: says({ quoted, called, likeness }),
      ...NOTHING_COUNTED,
      ...figures,
      identical: likeness?.identical ?? null,
      similarity: likeness ? Math.round((100 * likeness.common) / Math.max(1, likeness.words)) / 100 : null,
      item: example && example.of !== 'post' ? quoted : null,
      ...(example?.of === 'object' ? { column: objectColumns[example.item] ?? outOfRange() } : {}),
      with: matches.map(({ post, ownPost }) => ({
        account: accounts.id[posts.account[post] ?? outOfRange()] ?? outOfRange(),
        post: idAt(posts.id, post),
        ownPost: idAt(posts.id, ownPost),
      })),
      posts: shown.map((post) => idAt(posts.id, post)),
    };
  });
}

const NOTHING_COUNTED: EvidenceFigures = {
  value: null,
  expected: null,
  accounts: null,
  others: null,
  gapSeconds: null,
};
