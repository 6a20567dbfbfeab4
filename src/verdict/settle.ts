import { FAMILIES, type Family } from '../evidence.js';
import type { Membership, PreparedSignal, Signal } from '../signals/signal.js';
import { clamp, logit, sigmoid } from '../stats/logistic.js';
import { sum } from '../stats/sum.js';

/** Rounds after which the estimate is taken as it is; most dumps settle in fewer than fifteen. */
const MOST_ROUNDS = 30;
/** Settled when no account's probability moves by more. */
const STILL = 1e-3;
/** A family is held within odds of e⁶ ≈ 400 to 1: its signals would be fooled by the same thing. */
const LOUDEST_FAMILY = 6;
/** Share that a push is thought to have before anything is known: one account in twenty. */
const FIRST_SHARE = 0.05;

export interface WeighedSignal {
  readonly signal: Signal;
  readonly prepared: PreparedSignal;
  readonly weights: Float64Array;
}

export interface Settled {
  readonly membership: Membership;
  readonly signals: readonly WeighedSignal[];
  /** Log-likelihood ratio of each account in each family; NaN where the family could not be measured. */
  readonly families: Readonly<Record<Family, Float64Array>>;
}

/**
 * Estimates who took part, what they have in common and what everybody else does, in turn (expectation–maximisation of
 * a two-class naive Bayes model whose classes are learned from this dump alone), until it settles: every signal is
 * weighed against the background as it is without those suspected.
 */
export function settle(signals: readonly { signal: Signal; prepared: PreparedSignal }[], accounts: number): Settled {
  let membership = suspect(familySums(signals.map((s) => ({ ...s, weights: s.prepared.first() })), accounts), FIRST_SHARE);
  for (let round = 0; ; round++) {
    const weighed = signals.map((s) => ({ ...s, weights: s.prepared.weigh(membership) }));
    const families = familySums(weighed, accounts);
    const next = suspect(families, membership.share);
    const moved = next.probability.reduce((most, p, a) => Math.max(most, Math.abs(p - (membership.probability[a] ?? 0))), 0);
    if (moved < STILL || round === MOST_ROUNDS) return { membership, signals: weighed, families };
    membership = next;
  }
}

/** Sums each family's signals, held within bounds. */
function familySums(signals: readonly WeighedSignal[], accounts: number): Record<Family, Float64Array> {
  const families = { creation: empty(accounts), posting: empty(accounts), sharing: empty(accounts) };
  for (const { signal, prepared, weights } of signals) {
    const total = families[signal.family];
    for (let a = 0; a < accounts; a++) {
      if (prepared.able[a] !== 1) continue;
      const before = total[a] ?? Number.NaN;
      total[a] = (Number.isNaN(before) ? 0 : before) + (weights[a] ?? 0);
    }
  }
  for (const family of FAMILIES) families[family] = families[family].map((value) => clamp(value, -LOUDEST_FAMILY, LOUDEST_FAMILY));
  return families;
}

function empty(accounts: number): Float64Array {
  return new Float64Array(accounts).fill(Number.NaN);
}

/** Sum over the families of what speaks for (above 0) or against taking part. */
export function totalEvidence(families: Readonly<Record<Family, Float64Array>>): Float64Array {
  return families.creation.map((_, a) => sum(FAMILIES.map((family) => families[family][a] ?? Number.NaN).filter((value) => !Number.isNaN(value))));
}

function suspect(families: Readonly<Record<Family, Float64Array>>, share: number): Membership {
  const total = totalEvidence(families);
  const probability = total.map((sum, a) => sigmoid(sum - Math.max(0, ...FAMILIES.map((family) => families[family][a] || 0)) / 2 + logit(share)));
  return { probability, share: clamp(sum(probability) / Math.max(1, probability.length), 0.005, 0.5) };
}
