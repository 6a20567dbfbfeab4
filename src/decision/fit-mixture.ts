import { CsrRows } from '../dataset/csr-rows.js';
import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import type { Posterior, FittedSignal, Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { SAMPLED_ABOVE } from '../stats/kernel-mixture.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import {
  withoutCorroborationOnly,
  type FamilyLogRatios,
  FamilyLogRatioSums,
  totalLogRatio,
  type WeighedSignal,
} from './family-log-ratios.js';
import { stratifiedEmpiricalPValues } from './partial-conjunction-test.js';

/**
 * Maximum number of iterations. By then an existing push has been found; without one the estimate may never converge.
 */
export const MAX_ITERATIONS = 20;
/**
 * Limits of convergence, in accounts and as a share of the members. The largest of the three limits applies to the
 * total change of the memberships in one iteration.
 */
const CONVERGENCE_TOLERANCE = 0.5;
const MEMBERS_TOLERANCE = 1 / 500;
/**
 * The third limit, as a share of all accounts: in large dumps dates are sampled (`LeaveOneOutKernelMixture`), and
 * sampling alone changes some memberships.
 */
const ACCOUNTS_TOLERANCE = 1 / 8192;
/**
 * `MEMBERS_TOLERANCE` where dates are sampled: then one iteration changes up to 0.5% of the members by sampling alone
 * (measured with 160,000 accounts, between the 10th and the 20th), so that a smaller change comes only by chance.
 */
const SAMPLED_MEMBERS_TOLERANCE = 1 / 200;
/**
 * A search that comes this close to the end of an earlier one (as a share of that one's members) returns that end:
 * further iterations would take as long again and change one account in a hundred.
 */
const SAME_OPTIMUM = 0.01;
/**
 * Bounds of the prevalence of members. A push is at least a few accounts in a thousand. It can be more than half of a
 * dump, because `ConcentrationMeter`, not the size, decides which side is the push; above 70% the background is too
 * small to learn from.
 */
const MIN_PREVALENCE = 0.005;
const MAX_PREVALENCE = 0.7;

export interface MixtureFit {
  readonly posterior: Posterior;
  readonly signals: readonly WeighedSignal[];
  readonly families: FamilyLogRatios;
  /** The log ratios that may support a claim; see `withoutCorroborationOnly`. */
  readonly claims: FamilyLogRatios;
  readonly strata: CsrRows;
  /** The score by which accounts are ranked: the sum of all log ratios, in nats. */
  readonly ranking: Float64Array;
}

type Signals = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/**
 * Fits two-class mixtures to one dump: a naive Bayes model whose classes are learned from this dump alone, estimated by
 * expectation–maximisation. Each iteration estimates who took part, what they have in common and what everybody else
 * does, until convergence. The model is symmetric: it splits a dump in two, but does not determine which side pushed.
 */
export class MixtureSearch {
  readonly #signals: Signals;
  readonly #strata: CsrRows;
  readonly #standing: FamilyLogRatios;
  readonly #round: EmWorkspace;
  readonly #accounts: number;

  constructor(signals: Signals, { accounts: { count } }: Dataset, strata: CsrRows) {
    this.#signals = signals;
    this.#strata = strata;
    this.#accounts = count;
    this.#standing = logSurvivalScores(firstLook(signals, count));
    this.#round = new EmWorkspace(signals, count);
  }

  /**
   * A start of the search: the `share` of all accounts that are most unusual in these families before anybody is
   * suspected.
   */
  start(families: readonly Family[], share: number): Posterior {
    return expectationStep(maskFamilies(families, this.#standing), share);
  }

  /**
   * The membership to which the search converges from this one, or one of the `ends` of earlier searches if it comes
   * close.
   * @param setAside 1 for each account that must not be a member, 0 for the others
   * @param rounds maximum number of iterations
   */
  converge(first: Posterior, ends: Iterable<Posterior>, setAside: Uint8Array, rounds = MAX_ITERATIONS): Posterior {
    const probability = first.probability.slice();
    return runEm(without({ ...first, probability }, setAside), this.#round, ends, setAside, rounds);
  }

  /** The whole fit for a membership: log ratios, claims and scores. */
  weigh(posterior: Posterior): MixtureFit {
    const sums = new FamilyLogRatioSums(this.#accounts);
    const signals = this.#signals.map((s) => ({ ...s, weights: s.prepared.logLikelihoodRatio(posterior) }));
    for (const { signal, prepared, weights } of signals) sums.add(signal, prepared, weights);
    const families = sums.clip();
    return {
      posterior,
      signals,
      families,
      claims: withoutCorroborationOnly(families, signals),
      strata: this.#strata,
      ranking: totalLogRatio(families),
    };
  }
}

/** How unusual each account is in each family, before anybody is suspected. */
function firstLook(signals: Signals, accounts: number): FamilyLogRatios {
  const sums = new FamilyLogRatioSums(accounts);
  for (const { signal, prepared } of signals) sums.add(signal, prepared, prepared.initialScore());
  return sums.clip(Infinity);
}

/** The same split with the two classes swapped. */
export function swapClasses({ probability, prevalence }: Posterior): Posterior {
  return {
    probability: probability.map((p) => 1 - p),
    prevalence: clamp(1 - prevalence, MIN_PREVALENCE, MAX_PREVALENCE),
  };
}

/**
 * Buffers of one iteration, reused in the next. Keeps the sums of the log ratios by family, not those of each signal.
 */
class EmWorkspace {
  readonly #signals: Signals;
  readonly #sums: FamilyLogRatioSums;
  readonly #weights: Float64Array;

  constructor(signals: Signals, accounts: number) {
    this.#signals = signals;
    this.#sums = new FamilyLogRatioSums(accounts);
    this.#weights = new Float64Array(accounts);
  }

  /** Overwritten by the next iteration. */
  weigh(membership: Posterior): FamilyLogRatios {
    this.#sums.clear();
    for (const { signal, prepared } of this.#signals)
      this.#sums.add(signal, prepared, prepared.logLikelihoodRatio(membership, this.#weights));
    return this.#sums.clip();
  }
}

function runEm(
  first: Posterior,
  round: EmWorkspace,
  ends: Iterable<Posterior>,
  setAside: Uint8Array,
  most: number,
): Posterior {
  let membership = first;
  let spare: Float64Array = new Float64Array(first.probability.length);
  for (let rounds = 1; ; rounds++) {
    const next = without(expectationStep(round.weigh(membership), membership.prevalence, spare), setAside);
    if (rounds === most || l1Distance(next, membership) < tolerance(next)) return next;
    for (const end of ends) if (l1Distance(next, end) < SAME_OPTIMUM * sum(end.probability)) return end;
    spare = membership.probability;
    membership = next;
  }
}

function tolerance({ probability }: Posterior): number {
  const accounts = probability.length;
  const ofMembers = accounts > SAMPLED_ABOVE ? SAMPLED_MEMBERS_TOLERANCE : MEMBERS_TOLERANCE;
  return Math.max(CONVERGENCE_TOLERANCE, ofMembers * sum(probability), ACCOUNTS_TOLERANCE * accounts);
}

/** The membership with probability 0 for the accounts that are set aside. */
function without({ probability }: Posterior, setAside: Uint8Array): Posterior {
  for (let a = 0; a < probability.length; a++) if (setAside[a] === 1) probability[a] = 0;
  return posteriorOf(probability);
}

/** The L1 distance of two memberships, in accounts. */
function l1Distance({ probability }: Posterior, other: Posterior): number {
  let moved = 0;
  for (let a = 0; a < probability.length; a++)
    moved += Math.abs((probability[a] ?? outOfRange()) - (other.probability[a] ?? outOfRange()));
  return moved;
}

/** Keeps the named families; the others become NaN, as if they could not be measured. */
function maskFamilies(kept: readonly Family[], families: FamilyLogRatios): FamilyLogRatios {
  const none = families.creation.map(() => Number.NaN);
  const of = (family: Family): Float64Array => (kept.includes(family) ? families[family] : none);
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/**
 * How improbable each account's rank among all accounts is: −ln p − 1, where p is uniform without a push, so that the
 * mean is 0.
 */
function logSurvivalScores(first: FamilyLogRatios): FamilyLogRatios {
  const everybody = first.creation.map(() => 1);
  const all = CsrRows.fromArrays([everybody.map((_, a) => a)]);
  const [creation, posting, sharing] = FAMILIES.map((family) =>
    stratifiedEmpiricalPValues(first[family], everybody, all).map((p) => -Math.log(p) - 1),
  );
  if (!creation || !posting || !sharing) throw new Error('a family has no surprise');
  return { creation, posting, sharing };
}

/** The posterior probability that each account belongs to the background, with all log ratios at full weight. */
export function nullPosterior(families: FamilyLogRatios, share: number): Float64Array {
  const usual = logit(share);
  return totalLogRatio(families).map((total) => 1 - sigmoid(total + usual));
}

/** Expectation step: the posterior of membership from the log ratios. Written to `into` if given. */
function expectationStep(
  { creation, posting, sharing }: FamilyLogRatios,
  share: number,
  into: Float64Array = new Float64Array(creation.length),
): Posterior {
  const usual = logit(share);
  for (let a = 0; a < into.length; a++)
    into[a] = sigmoid((creation[a] || 0) + (posting[a] || 0) + (sharing[a] || 0) + usual);
  return posteriorOf(into);
}

/** The posterior with these probabilities, and their mean as prevalence, clipped to its bounds. */
export function posteriorOf(probability: Float64Array): Posterior {
  const mean = sum(probability) / Math.max(1, probability.length);
  return { probability, prevalence: clamp(mean, MIN_PREVALENCE, MAX_PREVALENCE) };
}

/** A hard assignment: probability 1 for these members, 0 for the other accounts. */
export function hardAssignment(members: readonly number[], accounts: number): Posterior {
  const probability = new Float64Array(accounts);
  for (const a of members) probability[a] = 1;
  return { probability, prevalence: clamp(members.length / Math.max(1, accounts), MIN_PREVALENCE, MAX_PREVALENCE) };
}
