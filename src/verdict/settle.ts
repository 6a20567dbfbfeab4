import { FAMILIES } from '../evidence.js';
import type { Measurements, Rows } from '../measure/measurements.js';
import type { Membership, PreparedSignal, Signal } from '../signals/signal.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';
import { tail, testClaim } from './claim.js';
import { peersOf } from './peers.js';
import { type Families, loudestFamily, sumFamilies, totalEvidence, type WeighedSignal } from './families.js';

/** Rounds after which the estimate is taken as it is; most dumps settle in fewer than fifteen. */
const MOST_ROUNDS = 30;
/** Settled when no account's probability moves by more. */
const STILL = 1e-3;
const GATE = Number(process.env.GATE ?? 3);
/** Share that a push is thought to have before anything is known: one account in twenty. */
const FIRST_SHARE = 0.05;
/** Whose claim to two families would be wrong more often than right is no member. */
const MORE_WRONG_THAN_RIGHT = 0.5;

export interface Settled {
  readonly membership: Membership;
  readonly signals: readonly WeighedSignal[];
  readonly families: Families;
  readonly peers: Rows;
}

/**
 * Estimates who took part, what they have in common and what everybody else does, in turn (expectation–maximisation of
 * a two-class naive Bayes model whose classes are learned from this dump alone), until it settles: every signal is
 * weighed against the background as it is without those suspected. Two things keep a mere habit of many from passing
 * for a push: of what speaks loudest only half counts, and nobody is a member whose claim to two families would more
 * likely than not be chance.
 */
export function settle(signals: readonly { signal: Signal; prepared: PreparedSignal }[], measurements: Measurements): Settled {
  const accounts = measurements.accounts.count;
  const peers = peersOf(measurements);
  const first = sumFamilies(signals.map((s) => ({ ...s, weights: s.prepared.first() })), accounts, Infinity);
  let membership = suspect(surprise(first, peers), FIRST_SHARE, peers, false);
  for (let round = 0; ; round++) {
    const weighed = signals.map((s) => ({ ...s, weights: s.prepared.weigh(membership) }));
    const families = sumFamilies(weighed, accounts);
    const next = suspect(families, membership.share, peers, round >= GATE);
    const moved = next.probability.reduce((most, p, a) => Math.max(most, Math.abs(p - (membership.probability[a] ?? 0))), 0);
    if (moved < STILL || round === MOST_ROUNDS) return { membership, signals: weighed, families, peers };
    membership = next;
  }
}

/** How improbable each account's standing among all accounts is: −ln p − 1, which is 0 on average for everybody. */
function surprise(first: Families, peers: Rows): Families {
  const everybody = first.creation.map(() => 1);
  const [creation, posting, sharing] = FAMILIES.map((family) => tail(first[family], everybody, peers).map((p) => -Math.log(p) - 1));
  if (!creation || !posting || !sharing) throw new Error('a family has no surprise');
  return { creation, posting, sharing };
}

/** How surely each account belongs to the background when everything counts in full. */
export function backgroundOf(families: Families, share: number): Float64Array {
  return totalEvidence(families).map((total) => 1 - sigmoid(total + logit(share)));
}

function suspect(families: Families, share: number, peers: Rows, gate: boolean): Membership {
  const loudest = loudestFamily(families);
  const { q } = testClaim(families, backgroundOf(families, share), peers);
  const probability = totalEvidence(families).map((total, a) => (gate && (q[a] ?? 1) > MORE_WRONG_THAN_RIGHT ? 0 : sigmoid(total - (loudest[a] ?? 0) / 2 + logit(share))));
  return { probability, share: clamp(sum(probability) / Math.max(1, probability.length), 0.005, 0.5) };
}
