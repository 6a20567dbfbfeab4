import { outOfRange } from '../stats/array-access.js';
import type { Posterior } from './signal.js';

export interface CumulativeTraffic {
  /** Cumulative weights of the posts in order of time; its length is the number of posts + 1. */
  readonly sums: Float64Array;
  /** For each account, 1 minus the weight of its posts; undefined if every post has weight 1. */
  readonly suspicion: Float64Array | undefined;
}

/** The traffic of the accounts that are not suspected. */
export class Background {
  readonly #account: Uint32Array;
  /** Reused in every iteration, because it has an element for every post of the dump. */
  readonly #sums: Float64Array;
  #of: Posterior | undefined;

  /** @param account author of each post, in order of time */
  constructor(account: Uint32Array) {
    this.#account = account;
    this.#sums = new Float64Array(account.length + 1);
  }

  /** Every post with weight 1. Overwritten by the next call. */
  ofAll(): CumulativeTraffic {
    this.#of = undefined;
    for (let p = 0; p < this.#account.length; p++) this.#sums[p + 1] = p + 1;
    return { sums: this.#sums, suspicion: undefined };
  }

  /** Every post weighted by 1 − the posterior of its author. Overwritten by the next call. */
  excluding(membership: Posterior): CumulativeTraffic {
    const { probability } = membership;
    if (membership !== this.#of) {
      this.#of = membership;
      let sum = 0;
      for (let p = 0; p < this.#account.length; p++) {
        sum += 1 - (probability[this.#account[p] ?? outOfRange()] ?? outOfRange());
        this.#sums[p + 1] = sum;
      }
    }
    return { sums: this.#sums, suspicion: probability };
  }
}
