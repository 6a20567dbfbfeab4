import { FAMILIES, type Family } from '../evidence.js';
import type { Measurements, Rows } from '../measure/measurements.js';
import type { Membership, PreparedSignal, Signal } from '../signals/signal.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { DOUBTFUL_RATE, tail, testClaim } from './claim.js';
import { peersOf } from './peers.js';
import { claimable, type Families, sumFamilies, totalEvidence, type WeighedSignal } from './families.js';

/** Rounds after which the estimate is taken as it is: a push that there is has long been found, and where there is none nothing settles. */
const MOST_ROUNDS = 20;
/** Settled when a round moves less than half an account in all. */
const STILL = 0.5;
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

/**
 * Estimates who took part, what they have in common and what everybody else does, in turn (expectation–maximisation of
 * a two-class naive Bayes model whose classes are learned from this dump alone), until it settles: every signal is
 * weighed against the background as it is without those suspected.
 */
export function settle(signals: readonly { signal: Signal; prepared: PreparedSignal }[], measurements: Measurements): Settled {
  const accounts = measurements.accounts.count;
  const peers = peersOf(measurements);
  const standing = surprise(sumFamilies(signals.map((s) => ({ ...s, weights: s.prepared.first() })), accounts, Infinity));
  const ends = STARTS.map(({ families, share }) => ({ ...iterate(suspect(only(families, standing), share), signals, accounts), peers }));
  const stood = totalEvidence(standing);
  const upright = ends.filter(({ membership }) => membersStandOut(membership, stood));
  // Where every search has taken the public for the push, what it left is the push, if there is one.
  if (upright.length === 0) upright.push({ ...iterate(complement(ends[0]?.membership ?? exactly([], accounts)), signals, accounts), peers });
  const [best] = upright.map((end) => ({ ...end, explains: explained(end) })).sort((x, y) => y.explains - x.explains);
  if (!best) throw new Error('no search has ended');
  return { ...best, ranking: best.explains < 1 ? stood : totalEvidence(best.families) };
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

type Ended = Omit<Settled, 'peers' | 'ranking'>;

function iterate(first: Membership, signals: readonly { signal: Signal; prepared: PreparedSignal }[], accounts: number): Ended {
  let membership = first;
  for (let round = 0; ; round++) {
    const weighed = signals.map((s) => ({ ...s, weights: s.prepared.weigh(membership) }));
    const families = sumFamilies(weighed, accounts);
    const next = suspect(families, membership.share);
    const moved = next.probability.reduce((total, p, a) => total + Math.abs(p - (membership.probability[a] ?? 0)), 0);
    if (moved < STILL || round === MOST_ROUNDS) return { membership, signals: weighed, families, claims: claimable(families, weighed) };
    membership = next;
  }
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
function explained({ families, claims, membership, peers }: Omit<Settled, 'ranking'>): number {
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
  return totalEvidence(families).map((total) => 1 - sigmoid(total + logit(share)));
}

function suspect(families: Families, share: number): Membership {
  const probability = totalEvidence(families).map((total) => sigmoid(total + logit(share)));
  return { probability, share: clamp(sum(probability) / Math.max(1, probability.length), LEAST_SHARE, MOST_SHARE) };
}

/** The membership of exactly these accounts. */
export function exactly(members: readonly number[], accounts: number): Membership {
  const probability = new Float64Array(accounts);
  for (const a of members) probability[a] = 1;
  return { probability, share: clamp(members.length / Math.max(1, accounts), LEAST_SHARE, MOST_SHARE) };
}
