import { CsrRows } from '../dataset/csr-rows.js';
import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import type { Posterior, FittedSignal, Signal } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { activityStrata } from './activity-strata.js';
import {
  withoutCorroborationOnly,
  type FamilyLogRatios,
  FamilyLogRatioSums,
  totalLogRatio,
  type WeighedSignal,
} from './family-log-ratios.js';
import { UNCLEAR_FDR, stratifiedEmpiricalPValues, testPartialConjunction } from './partial-conjunction-test.js';

/** Rounds after which the estimate is taken as it is: a push that there is has long been found, and where there is none nothing settles. */
const MAX_ITERATIONS = 20;
/** Settled when a round moves less than half an account in all, */
const CONVERGENCE_TOLERANCE = 0.5;
/** or, where there are more accounts than this, 1 in so many of them: their dates are sampled (see ScaleMixture), which alone moves about 1 in 50,000 to and fro. */
const SAMPLED_ABOVE = 32_768;
/** A search that comes so near to where another ended, in members of that, is taken there: it would be a second opinion about one account in a hundred, at the price of as many rounds again. */
const SAME_OPTIMUM = 0.01;
/** A push is at least a handful of accounts of a thousand, and at most half: the larger side is called the public. */
const MIN_PREVALENCE = 0.005;
const MAX_PREVALENCE = 0.5;

export interface MixtureFit {
  readonly posterior: Posterior;
  readonly signals: readonly WeighedSignal[];
  readonly families: FamilyLogRatios;
  /** The families as far as a claim may rest on them. */
  readonly claims: FamilyLogRatios;
  readonly strata: CsrRows;
  /** What accounts are ranked by: all that speaks for and against each; where the model explains nobody, how much each stood out at first. */
  readonly ranking: Float64Array;
}

type Signals = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

/**
 * Estimates who took part, what they have in common and what everybody else does, in turn (expectation–maximisation of
 * a two-class naive Bayes model whose classes are learned from this dump alone), until it settles: every signal is
 * weighed against the background as it is without those suspected.
 */
export function fitMixture(signals: Signals, measurements: Dataset): MixtureFit {
  const accounts = measurements.accounts.count;
  const peers = activityStrata(measurements);
  const standing = logSurvivalScores(firstLook(signals, accounts));
  const stood = totalLogRatio(standing);
  const round = new EmWorkspace(signals, accounts);
  const ends = new Set<Posterior>();
  for (const { families, share } of INITIALISATIONS)
    ends.add(runEm(expectationStep(maskFamilies(families, standing), share), round, ends));
  const [first] = ends;
  const upright = [...ends].filter((membership) => membersStandOut(membership, stood));
  // Where every search has taken the public for the push, what it left is the push, if there is one.
  if (first && upright.length === 0) upright.push(runEm(swapClasses(first), round, []));
  let best: { readonly ended: Ended; readonly explains: number } | undefined;
  for (const membership of upright) {
    const ended = finalWeights(signals, membership);
    const explains = selectionScore(ended, peers);
    if (!best || explains > best.explains) best = { ended, explains };
  }
  if (!best) throw new Error('no search has ended');
  return { ...best.ended, strata: peers, ranking: best.explains < 1 ? stood : totalLogRatio(best.ended.families) };
}

/** How far each account stands out in each family while nobody is suspected yet. */
function firstLook(signals: Signals, accounts: number): FamilyLogRatios {
  const sums = new FamilyLogRatioSums(accounts);
  for (const { signal, prepared } of signals) sums.add(signal, prepared, prepared.initialScore());
  return sums.clip(Infinity);
}

/**
 * The model knows two sides, not which of them pushed: it can settle with the public as its members. It has if its
 * members stood out less at first than the others did.
 */
function membersStandOut({ probability }: Posterior, standing: Float64Array): boolean {
  const members = sum(probability);
  const inside =
    sum(standing.map((value, a) => value * (probability[a] ?? outOfRange()))) / Math.max(members, Number.EPSILON);
  const outside =
    sum(standing.map((value, a) => value * (1 - (probability[a] ?? outOfRange())))) /
    Math.max(probability.length - members, Number.EPSILON);
  return inside >= outside;
}

function swapClasses({ probability, prevalence }: Posterior): Posterior {
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

type Ended = Omit<MixtureFit, 'strata' | 'ranking'>;

/** All that is known beside a membership. */
function finalWeights(signals: Signals, membership: Posterior): Ended {
  const sums = new FamilyLogRatioSums(membership.probability.length);
  const weighed = signals.map((s) => ({ ...s, weights: s.prepared.logLikelihoodRatio(membership) }));
  for (const { signal, prepared, weights } of weighed) sums.add(signal, prepared, weights);
  const families = sums.clip();
  return { posterior: membership, signals: weighed, families, claims: withoutCorroborationOnly(families, weighed) };
}

/** The membership that the search from this one settles at; one of the `ends` of others, where it comes to that. */
function runEm(first: Posterior, round: EmWorkspace, ends: Iterable<Posterior>): Posterior {
  let membership = first;
  let spare: Float64Array = new Float64Array(first.probability.length);
  for (let rounds = 0; ; rounds++) {
    const next = expectationStep(round.weigh(membership), membership.prevalence, spare);
    if (
      l1Distance(next, membership) <
        (spare.length > SAMPLED_ABOVE ? spare.length / SAMPLED_ABOVE : CONVERGENCE_TOLERANCE) ||
      rounds === MAX_ITERATIONS
    )
      return membership;
    for (const end of ends) if (l1Distance(next, end) < SAME_OPTIMUM * sum(end.probability)) return end;
    spare = membership.probability;
    membership = next;
  }
}

/** How many accounts two memberships differ by. */
function l1Distance({ probability }: Posterior, other: Posterior): number {
  let moved = 0;
  for (let a = 0; a < probability.length; a++)
    moved += Math.abs((probability[a] ?? outOfRange()) - (other.probability[a] ?? outOfRange()));
  return moved;
}

/**
 * Where the search begins. It ends in the same place from nearly everywhere; a push that is a large part of a dump is
 * found only by who expects one, and looks at what several accounts do together.
 */
const INITIALISATIONS: readonly { readonly families: readonly Family[]; readonly share: number }[] = [
  { families: FAMILIES, share: 0.05 },
  { families: ['creation', 'sharing'], share: 0.3 },
];

/** The families named, the others as if they could not be measured. */
function maskFamilies(kept: readonly Family[], families: FamilyLogRatios): FamilyLogRatios {
  const none = families.creation.map(() => Number.NaN);
  const of = (family: Family): Float64Array => (kept.includes(family) ? families[family] : none);
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** How much an end explains: the number of accounts that it makes a claim about, those in doubt (up to one in five wrong) in part. */
function selectionScore({ families, claims, posterior }: Ended, peers: CsrRows): number {
  const { q } = testPartialConjunction(claims, nullPosterior(families, posterior.prevalence), peers);
  return sum(q.map((rate) => Math.max(0, 1 - rate / UNCLEAR_FDR)));
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
  return { probability: into, prevalence: clamp(sum(into) / Math.max(1, into.length), MIN_PREVALENCE, MAX_PREVALENCE) };
}

/** The membership of exactly these accounts. */
export function hardAssignment(members: readonly number[], accounts: number): Posterior {
  const probability = new Float64Array(accounts);
  for (const a of members) probability[a] = 1;
  return { probability, prevalence: clamp(members.length / Math.max(1, accounts), MIN_PREVALENCE, MAX_PREVALENCE) };
}
