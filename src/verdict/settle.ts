import { FAMILIES, type Family } from '../evidence.js';
import type { Measurements, Rows } from '../measure/measurements.js';
import type { Membership, PreparedSignal, Signal } from '../signals/signal.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { DOUBTFUL_RATE, tail, testClaim } from './claim.js';
import { peersOf } from './peers.js';
import { claimable, type Families, FamilySums, totalEvidence, type WeighedSignal } from './families.js';

/** Rounds after which the estimate is taken as it is: a push that there is has long been found, and where there is none nothing settles. */
const MOST_ROUNDS = 20;
/** Settled when a round moves less than half an account in all, */
const STILL = 0.5;
/** or, where there are more accounts than this, 1 in so many of them: their dates are sampled (see ScaleMixture), which alone moves about 1 in 50,000 to and fro. */
const MANY = 32_768;
/** A search that comes so near to where another ended, in members of that, is taken there: it would be a second opinion about one account in a hundred, at the price of as many rounds again. */
const SAME = 0.01;
/** A push is at least a handful of accounts of a thousand, and at most half: the larger side is called the public. */
const LEAST_SHARE = 0.005;
const MOST_SHARE = 0.5;

export interface Settled {
  readonly membership: Membership;
  readonly signals: readonly WeighedSignal[];
  readonly families: Families;
  /** The families as far as a claim may rest on them. */
  readonly claims: Families;
  readonly peers: Rows;
  /** What accounts are ranked by: all that speaks for and against each; where the model explains nobody, how much each stood out at first. */
  readonly ranking: Float64Array;
}

type Signals = readonly { readonly signal: Signal; readonly prepared: PreparedSignal }[];

/**
 * Estimates who took part, what they have in common and what everybody else does, in turn (expectation–maximisation of
 * a two-class naive Bayes model whose classes are learned from this dump alone), until it settles: every signal is
 * weighed against the background as it is without those suspected.
 */
export function settle(signals: Signals, measurements: Measurements): Settled {
  const accounts = measurements.accounts.count;
  const peers = peersOf(measurements);
  const standing = surprise(firstLook(signals, accounts));
  const stood = totalEvidence(standing);
  const round = new Round(signals, accounts);
  const ends = new Set<Membership>();
  for (const { families, share } of STARTS) ends.add(iterate(suspect(only(families, standing), share), round, ends));
  const [first] = ends;
  const upright = [...ends].filter((membership) => membersStandOut(membership, stood));
  // Where every search has taken the public for the push, what it left is the push, if there is one.
  if (first && upright.length === 0) upright.push(iterate(complement(first), round, []));
  let best: { readonly ended: Ended; readonly explains: number } | undefined;
  for (const membership of upright) {
    const ended = weighAll(signals, membership);
    const explains = explained(ended, peers);
    if (!best || explains > best.explains) best = { ended, explains };
  }
  if (!best) throw new Error('no search has ended');
  return { ...best.ended, peers, ranking: best.explains < 1 ? stood : totalEvidence(best.ended.families) };
}

/** How far each account stands out in each family while nobody is suspected yet. */
function firstLook(signals: Signals, accounts: number): Families {
  const sums = new FamilySums(accounts);
  for (const { signal, prepared } of signals) sums.add(signal, prepared, prepared.first());
  return sums.hold(Infinity);
}

/**
 * The model knows two sides, not which of them pushed: it can settle with the public as its members. It has if its
 * members stood out less at first than the others did.
 */
function membersStandOut({ probability }: Membership, standing: Float64Array): boolean {
  const members = sum(probability);
  const inside = sum(standing.map((value, a) => value * (probability[a] ?? 0))) / Math.max(members, Number.EPSILON);
  const outside = sum(standing.map((value, a) => value * (1 - (probability[a] ?? 0)))) / Math.max(probability.length - members, Number.EPSILON);
  return inside >= outside;
}

function complement({ probability, share }: Membership): Membership {
  return { probability: probability.map((p) => 1 - p), share: clamp(1 - share, LEAST_SHARE, MOST_SHARE) };
}

/** One round's work, in the same memory every time: what each signal weighs is kept only as its family's sum. */
class Round {
  readonly #signals: Signals;
  readonly #sums: FamilySums;
  readonly #weights: Float64Array;

  constructor(signals: Signals, accounts: number) {
    this.#signals = signals;
    this.#sums = new FamilySums(accounts);
    this.#weights = new Float64Array(accounts);
  }

  /** Good until the next round. */
  weigh(membership: Membership): Families {
    this.#sums.clear();
    for (const { signal, prepared } of this.#signals) this.#sums.add(signal, prepared, prepared.weigh(membership, this.#weights));
    return this.#sums.hold();
  }
}

type Ended = Omit<Settled, 'peers' | 'ranking'>;

/** All that is known beside a membership. */
function weighAll(signals: Signals, membership: Membership): Ended {
  const sums = new FamilySums(membership.probability.length);
  const weighed = signals.map((s) => ({ ...s, weights: s.prepared.weigh(membership) }));
  for (const { signal, prepared, weights } of weighed) sums.add(signal, prepared, weights);
  const families = sums.hold();
  return { membership, signals: weighed, families, claims: claimable(families, weighed) };
}

/** The membership that the search from this one settles at; one of the `ends` of others, where it comes to that. */
function iterate(first: Membership, round: Round, ends: Iterable<Membership>): Membership {
  let membership = first;
  let spare: Float64Array = new Float64Array(first.probability.length);
  for (let rounds = 0; ; rounds++) {
    const next = suspect(round.weigh(membership), membership.share, spare);
    if (apart(next, membership) < (spare.length > MANY ? spare.length / MANY : STILL) || rounds === MOST_ROUNDS) return membership;
    for (const end of ends) if (apart(next, end) < SAME * sum(end.probability)) return end;
    spare = membership.probability;
    membership = next;
  }
}

/** How many accounts two memberships differ by. */
function apart({ probability }: Membership, other: Membership): number {
  let moved = 0;
  for (let a = 0; a < probability.length; a++) moved += Math.abs((probability[a] ?? 0) - (other.probability[a] ?? 0));
  return moved;
}

/**
 * Where the search begins. It ends in the same place from nearly everywhere; a push that is a large part of a dump is
 * found only by who expects one, and looks at what several accounts do together.
 */
const STARTS: readonly { readonly families: readonly Family[]; readonly share: number }[] = [
  { families: FAMILIES, share: 0.05 },
  { families: ['creation', 'sharing'], share: 0.3 },
];

/** The families named, the others as if they could not be measured. */
function only(kept: readonly Family[], families: Families): Families {
  const none = families.creation.map(() => Number.NaN);
  const of = (family: Family): Float64Array => (kept.includes(family) ? families[family] : none);
  return { creation: of('creation'), posting: of('posting'), sharing: of('sharing') };
}

/** How much an end explains: the number of accounts that it makes a claim about, those in doubt (up to one in five wrong) in part. */
function explained({ families, claims, membership }: Ended, peers: Rows): number {
  const { q } = testClaim(claims, backgroundOf(families, membership.share), peers);
  return sum(q.map((rate) => Math.max(0, 1 - rate / DOUBTFUL_RATE)));
}

/** How improbable each account's standing among all accounts is: −ln p − 1, which is 0 on average for everybody. */
function surprise(first: Families): Families {
  const everybody = first.creation.map(() => 1);
  const all = { start: Uint32Array.of(0, everybody.length), values: Uint32Array.from(everybody, (_, a) => a) };
  const [creation, posting, sharing] = FAMILIES.map((family) => tail(first[family], everybody, all).map((p) => -Math.log(p) - 1));
  if (!creation || !posting || !sharing) throw new Error('a family has no surprise');
  return { creation, posting, sharing };
}

/** How surely each account belongs to the background when everything counts in full. */
export function backgroundOf(families: Families, share: number): Float64Array {
  const usual = logit(share);
  return totalEvidence(families).map((total) => 1 - sigmoid(total + usual));
}

/** Who took part by what the families say. Written to `into`, where it is given. */
function suspect({ creation, posting, sharing }: Families, share: number, into: Float64Array = new Float64Array(creation.length)): Membership {
  const usual = logit(share);
  for (let a = 0; a < into.length; a++) into[a] = sigmoid((creation[a] || 0) + (posting[a] || 0) + (sharing[a] || 0) + usual);
  return { probability: into, share: clamp(sum(into) / Math.max(1, into.length), LEAST_SHARE, MOST_SHARE) };
}

/** The membership of exactly these accounts. */
export function exactly(members: readonly number[], accounts: number): Membership {
  const probability = new Float64Array(accounts);
  for (const a of members) probability[a] = 1;
  return { probability, share: clamp(members.length / Math.max(1, accounts), LEAST_SHARE, MOST_SHARE) };
}
