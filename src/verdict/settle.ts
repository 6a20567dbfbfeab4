import { FAMILIES } from '../evidence.js';
import type { Measurements, Rows } from '../measure/measurements.js';
import type { Membership, PreparedSignal, Signal } from '../signals/signal.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { tail } from './claim.js';
import { peersOf } from './peers.js';
import { type Families, sumFamilies, totalEvidence, type WeighedSignal } from './families.js';

/** Rounds after which the estimate is taken as it is; most dumps settle in fewer than fifteen. */
const MOST_ROUNDS = 30;
/** Settled when no account's probability moves by more. */
const STILL = 1e-3;
/** A push is at least a handful of accounts of a thousand, and at most half: the larger side is called the public. */
const LEAST_SHARE = 0.005;
const MOST_SHARE = 0.5;
/** Share that a push is thought to have before anything is known: one account in twenty. */
const FIRST_SHARE = 0.05;

export interface Settled {
  readonly membership: Membership;
  readonly signals: readonly WeighedSignal[];
  readonly families: Families;
  readonly peers: Rows;
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
  const settled = iterate(suspect(standing, FIRST_SHARE), signals, accounts);
  if (!tookTheOtherSide(settled.membership, totalEvidence(standing))) return { ...settled, peers };
  return { ...iterate(complement(settled.membership), signals, accounts), peers };
}

function iterate(first: Membership, signals: readonly { signal: Signal; prepared: PreparedSignal }[], accounts: number): Omit<Settled, 'peers'> {
  let membership = first;
  for (let round = 0; ; round++) {
    const weighed = signals.map((s) => ({ ...s, weights: s.prepared.weigh(membership) }));
    const families = sumFamilies(weighed, accounts);
    const next = suspect(families, membership.share);
    const moved = next.probability.reduce((most, p, a) => Math.max(most, Math.abs(p - (membership.probability[a] ?? 0))), 0);
    if (moved < STILL || round === MOST_ROUNDS) return { membership, signals: weighed, families };
    membership = next;
  }
}

/**
 * The model knows two sides, not which of them pushed. Where the push is a large part of a dump it can settle with the
 * public as its members; it has if its members stood out less at first than the others did.
 */
function tookTheOtherSide({ probability }: Membership, standing: Float64Array): boolean {
  const members = sum(probability);
  const inside = sum(standing.map((value, a) => value * (probability[a] ?? 0))) / Math.max(1, members);
  const outside = sum(standing.map((value, a) => value * (1 - (probability[a] ?? 0)))) / Math.max(1, probability.length - members);
  return inside < outside;
}

function complement({ probability, share }: Membership): Membership {
  return { probability: probability.map((p) => 1 - p), share: Math.min(MOST_SHARE, 1 - share) };
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
