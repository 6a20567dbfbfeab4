import { outOfRange } from '../stats/array-access.js';
import type { Posterior } from './signal.js';

export interface CumulativeTraffic {
  /** Running sums, over posts in order of time, of how much each counts; one more than there are posts. */
  readonly sums: Float64Array;
  /** By how much less than one the posts of each account count; undefined where all count in full. */
  readonly suspicion: Float64Array | undefined;
}

/** The traffic of those who are not suspected. */
export class Background {
  readonly #account: Uint32Array;
  /** One buffer for every round: it is as long as the dump. */
  readonly #sums: Float64Array;
  #of: Posterior | undefined;

  /** @param account author of each post, in order of time */
  constructor(account: Uint32Array) {
    this.#account = account;
    this.#sums = new Float64Array(account.length + 1);
  }

  /** Where every post counts in full. Good until the next question. */
  ofAll(): CumulativeTraffic {
    this.#of = undefined;
    for (let p = 0; p < this.#account.length; p++) this.#sums[p + 1] = p + 1;
    return { sums: this.#sums, suspicion: undefined };
  }

  /** Where a post counts by how surely its author took no part. Good until the next question. */
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
