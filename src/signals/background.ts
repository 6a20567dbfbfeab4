import type { Membership } from './signal.js';

/** The traffic of those who are not suspected: running sums, over posts in order of time, of how much each counts. */
export class Background {
  readonly #account: Uint32Array;
  /** One buffer for every round: it is as long as the dump. */
  readonly #sums: Float64Array;
  #of: Membership | undefined;

  /** @param account author of each post, in order of time */
  constructor(account: Uint32Array) {
    this.#account = account;
    this.#sums = new Float64Array(account.length + 1);
  }

  /** Where every post counts in full. Good until the next question. */
  ofAll(): Float64Array {
    this.#of = undefined;
    for (let p = 0; p < this.#account.length; p++) this.#sums[p + 1] = p + 1;
    return this.#sums;
  }

  /** Where a post counts by how surely its author took no part. Good until the next question. */
  beside(membership: Membership): Float64Array {
    if (membership === this.#of) return this.#sums;
    this.#of = membership;
    let sum = 0;
    for (let p = 0; p < this.#account.length; p++) {
      sum += 1 - (membership.probability[this.#account[p] ?? 0] ?? 0);
      this.#sums[p + 1] = sum;
    }
    return this.#sums;
  }
}
