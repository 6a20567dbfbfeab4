import type { Dataset } from '../dataset/dataset.js';
import type { Family, Finding } from '../documents/evidence.js';

/** Who is suspected, and how surely: the state that the signals and the verdict improve in turn. */
export interface Posterior {
  /** For each account the probability, under the model, that it took part in the push. */
  readonly probability: Float64Array;
  /** Their mean, held within [0.005, 0.5]. */
  readonly prevalence: number;
}

/** A signal as it stands on one dump. Every array has one element per account. */
export interface FittedSignal {
  /** 1 where the signal could have said something of the account, 0 where it could not be measured. */
  readonly measurable: Uint8Array;
  /**
   * How far the account stands out from the dump's own background while nobody is suspected yet: the more the higher,
   * in any unit; only the order among accounts counts.
   */
  initialScore(): Float64Array;
  /**
   * Log-likelihood ratio, in nats, of what the account shows: among the suspected against among the rest, the account
   * itself left out of both. 0 where it could not be measured. Written to `into`, and that returned, where it is given.
   */
  logLikelihoodRatio(membership: Posterior, into?: Float64Array): Float64Array;
  /** What there is to say, and the posts (by number) that show it; undefined where there is nothing. */
  explain(
    account: number,
    membership: Posterior,
  ): { readonly finding: Finding; readonly posts: readonly number[] } | undefined;
}

export interface Signal {
  readonly name: string;
  readonly family: Family;
  /** True where it counts towards a claim only beside another signal of its family: whoever followed the same event shows it too. */
  readonly corroboratingOnly?: true;
  fit(measurements: Dataset): FittedSignal;
}

/** Above this probability an account counts as a likely member in what is said to the reader. */
export const MEMBER_THRESHOLD = 0.5;
