/**
 * Number of odds that are multiplied before the logarithm of the product is taken: with parts of at most 10¹² (or their
 * inverse), the product stays within 10²⁴⁰, inside the range of numbers.
 */
const MOST_FACTORS = 20;

/**
 * Sums the logarithms of odds: multiplies many of them before it takes one logarithm, because a logarithm takes as long
 * as about twenty products.
 */
export class LogProductAccumulator {
  #total = 0;
  #for = 1;
  #against = 1;
  #factors = 0;

  /** Sets the sum to 0. */
  reset(): this {
    this.#total = 0;
    this.#clear();
    return this;
  }

  /** Adds the odds `oddsFor` to `oddsAgainst`, each between 10⁻¹² and 10¹². */
  add(oddsFor: number, oddsAgainst: number): void {
    this.#for *= oddsFor;
    this.#against *= oddsAgainst;
    if (++this.#factors < MOST_FACTORS) return;
    this.#total += Math.log(this.#for / this.#against);
    this.#clear();
  }

  /** The sum so far. */
  get sum(): number {
    return this.#total + Math.log(this.#for / this.#against);
  }

  #clear(): void {
    this.#for = 1;
    this.#against = 1;
    this.#factors = 0;
  }
}
