import { FAMILIES, type Family } from '../documents/evidence.js';
import { outOfRange } from '../stats/array-access.js';
import { logit } from '../stats/logistic.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { MixtureFit } from './fit-mixture.js';
import type { JudgedPush } from './judge-push.js';

/**
 * Combines the results for two sets that were found one after the other in one dump, both with named accounts. Each
 * account takes its result from its own set.
 * @param ofFirst 1 for each account that was set aside when the second set was searched, 0 for the others
 */
export function combinePushes(
  first: JudgedPush,
  second: JudgedPush,
  ofFirst: Uint8Array,
): Omit<JudgedPush, 'groups' | 'withheld'> {
  const isFirst = (a: number): boolean => ofFirst[a] === 1;
  return {
    fit: combineFits(first.fit, second.fit, isFirst),
    tested: combineVerdicts(first.tested, second.tested, isFirst),
    repeated: combineVerdicts(first.repeated, second.repeated, isFirst),
    judged: combineVerdicts(first.judged, second.judged, isFirst),
    counted: [...first.counted.filter(isFirst), ...second.counted.filter((a) => !isFirst(a))].sort((x, y) => x - y),
    called: second.called,
    reasons: (a) => (isFirst(a) ? first : second).reasons(a),
  };
}

function combineVerdicts(
  first: AssignedVerdicts,
  second: AssignedVerdicts,
  isFirst: (a: number) => boolean,
): AssignedVerdicts {
  return {
    verdicts: second.verdicts.map((verdict, a) => (isFirst(a) ? (first.verdicts[a] ?? outOfRange()) : verdict)),
    q: combine(first.q, second.q, isFirst),
    p: combineFamilies(first.p, second.p, isFirst),
    expectedFalse: expectedAmong(first, isFirst) + expectedAmong(second, (a) => !isFirst(a)),
  };
}

/** The expected number of false calls among some of the called accounts: in proportion to their number. */
function expectedAmong({ verdicts, expectedFalse }: AssignedVerdicts, isOne: (a: number) => boolean): number {
  const called = verdicts.flatMap((verdict, a) => (verdict === 'coordinated' ? [a] : []));
  return (expectedFalse * called.filter(isOne).length) / Math.max(1, called.length);
}

function combineFits(first: MixtureFit, second: MixtureFit, isFirst: (a: number) => boolean): MixtureFit {
  // A score is computed with the prevalence of the second fit (`scoreOf`): this shift corrects the scores of the first
  // fit.
  const commoner = logit(first.posterior.prevalence) - logit(second.posterior.prevalence);
  return {
    ...second,
    signals: second.signals.map((signal, s) => ({
      ...signal,
      weights: combine((first.signals[s] ?? outOfRange()).weights, signal.weights, isFirst),
    })),
    families: combineFamilies(first.families, second.families, isFirst),
    claims: combineFamilies(first.claims, second.claims, isFirst),
    posterior: {
      ...second.posterior,
      probability: combine(first.posterior.probability, second.posterior.probability, isFirst),
    },
    ranking: combine(
      first.ranking.map((value) => value + commoner),
      second.ranking,
      isFirst,
    ),
  };
}

function combineFamilies(
  first: Readonly<Record<Family, Float64Array>>,
  second: Readonly<Record<Family, Float64Array>>,
  isFirst: (a: number) => boolean,
): Record<Family, Float64Array> {
  const [creation, posting, sharing] = FAMILIES.map((family) => combine(first[family], second[family], isFirst));
  return {
    creation: creation ?? outOfRange(),
    posting: posting ?? outOfRange(),
    sharing: sharing ?? outOfRange(),
  };
}

function combine(first: Float64Array, second: Float64Array, isFirst: (a: number) => boolean): Float64Array {
  return second.map((value, a) => (isFirst(a) ? (first[a] ?? outOfRange()) : value));
}
