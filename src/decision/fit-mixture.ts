import { CsrRows } from '../dataset/csr-rows.js';
import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import type { Posterior, FittedSignal, Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
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

/** Rounds after which the estimate is taken as it is: a push that there is has long been found, and where there is none nothing settles. */
export const MAX_ITERATIONS = 20;
/** Settled when a round moves less than half an account in all, or, where that is more, one in so many of the members: */
const CONVERGENCE_TOLERANCE = 0.5;
const MEMBERS_TOLERANCE = 1 / 500;
/** or one in so many of all accounts: where there are many, their dates are sampled (see LeaveOneOutKernelMixture), which alone moves some to and fro. */
const ACCOUNTS_TOLERANCE = 1 / 8192;
/** A search that comes so near to where another ended, in members of that, is taken there: it would be a second opinion about one account in a hundred, at the price of as many rounds again. */
const SAME_OPTIMUM = 0.01;
/**
 * A push is at least a handful of accounts of a thousand. It may be more than half of a dump: the side is told by
 * `ConcentrationMeter`, not by the size; above seven in ten hardly a background is left to learn from.
 */
const MIN_PREVALENCE = 0.005;
const MAX_PREVALENCE = 0.7;

export interface MixtureFit {
  readonly posterior: Posterior;
  readonly signals: readonly WeighedSignal[];
  readonly families: FamilyLogRatios;
  /** The families as far as a claim may rest on them. */
  readonly claims: FamilyLogRatios;
  readonly strata: CsrRows;
  /** What accounts are ranked by: all that speaks for and against each. */
  readonly ranking: Float64Array;
}

type Signals = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/**
 * Two-class mixtures of one dump: who took part, what they have in common and what everybody else does are estimated in
 * turn (expectation–maximisation of a naive Bayes model whose classes are learned from this dump alone), until it
 * settles. The model is symmetric: it splits a dump, and does not know which side pushed.
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

  /** Where the search may begin: who stands out in these families while nobody is suspected, `share` of all. */
  start(families: readonly Family[], share: number): Posterior {
    return expectationStep(maskFamilies(families, this.#standing), share);
  }

  /**
   * The membership that the search from this one settles at; one of the `ends` of others, where it comes to that.
   * @param setAside 1 for each account that is to be no member
   * @param rounds after so many it is taken as it is
   */
  settle(first: Posterior, ends: Iterable<Posterior>, setAside: Uint8Array, rounds = MAX_ITERATIONS): Posterior {
    const probability = first.probability.slice();
    return runEm(without({ ...first, probability }, setAside), this.#round, ends, setAside, rounds);
  }

  /** All that is known beside a membership. */
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

/** How far each account stands out in each family while nobody is suspected yet. */
function firstLook(signals: Signals, accounts: number): FamilyLogRatios {
  const sums = new FamilyLogRatioSums(accounts);
  for (const { signal, prepared } of signals) sums.add(signal, prepared, prepared.initialScore());
  return sums.clip(Infinity);
}

/** The other side. */
export function swapClasses({ probability, prevalence }: Posterior): Posterior {
  return {
    probability: probability.map((p) => 1 - p),
    prevalence: clamp(1 - prevalence, MIN_PREVALENCE, MAX_PREVALENCE),
  };
}

/** One round's work, in the same memory every time: what each signal weighs is kept only as its family's sum. */
class EmWorkspace {
  readonly #signals: Signals;
  readonly #sums: FamilyLogRatioSums;
  readonly #weights: Float64Array;

  constructor(signals: Signals, accounts: number) {
    this.#signals = signals;
    this.#sums = new FamilyLogRatioSums(accounts);
    this.#weights = new Float64Array(accounts);
  }

  /** Good until the next round. */
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
  return Math.max(CONVERGENCE_TOLERANCE, MEMBERS_TOLERANCE * sum(probability), ACCOUNTS_TOLERANCE * probability.length);
}

/** The same with none of some accounts. */
function without({ probability }: Posterior, setAside: Uint8Array): Posterior {
  for (let a = 0; a < probability.length; a++) if (setAside[a] === 1) probability[a] = 0;
  return posteriorOf(probability);
}

/** How many accounts two memberships differ by. */
function l1Distance({ probability }: Posterior, other: Posterior): number {
  let moved = 0;
  for (let a = 0; a < probability.length; a++)
    moved += Math.abs((probability[a] ?? outOfRange()) - (other.probability[a] ?? outOfRange()));
  return moved;
}

/** The families named, the others as if they could not be measured. */
function maskFamilies(kept: readonly Family[], families: FamilyLogRatios): FamilyLogRatios {
  const none = families.creation.map(() => Number.NaN);
  const of = (family: Family): Float64Array => (kept.includes(family) ? families[family] : none);
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** How improbable each account's standing among all accounts is: −ln p − 1, which is 0 on average for everybody. */
function logSurvivalScores(first: FamilyLogRatios): FamilyLogRatios {
  const everybody = first.creation.map(() => 1);
  const all = CsrRows.fromArrays([everybody.map((_, a) => a)]);
  const [creation, posting, sharing] = FAMILIES.map((family) =>
    stratifiedEmpiricalPValues(first[family], everybody, all).map((p) => -Math.log(p) - 1),
  );
  if (!creation || !posting || !sharing) throw new Error('a family has no surprise');
  return { creation, posting, sharing };
}

/** How surely each account belongs to the background when everything counts in full. */
export function nullPosterior(families: FamilyLogRatios, share: number): Float64Array {
  const usual = logit(share);
  return totalLogRatio(families).map((total) => 1 - sigmoid(total + usual));
}

/** Who took part by what the families say. Written to `into`, where it is given. */
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

/** The membership with these probabilities. */
export function posteriorOf(probability: Float64Array): Posterior {
  const mean = sum(probability) / Math.max(1, probability.length);
  return { probability, prevalence: clamp(mean, MIN_PREVALENCE, MAX_PREVALENCE) };
}

/** The membership of exactly these accounts. */
export function hardAssignment(members: readonly number[], accounts: number): Posterior {
  const probability = new Float64Array(accounts);
  for (const a of members) probability[a] = 1;
  return { probability, prevalence: clamp(members.length / Math.max(1, accounts), MIN_PREVALENCE, MAX_PREVALENCE) };
}
