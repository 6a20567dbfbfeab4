/**
 * How many odds may be multiplied before a logarithm is taken of the product: with parts of at most 10¹², whole or
 * inverse, it stays within 10²⁴⁰, inside the range of numbers.
 */
const MOST_FACTORS = 20;

/**
 * Sums the logarithms of odds: many of them are multiplied before one logarithm is taken, which takes the time of some
 * twenty products.
 */
export class LogProductAccumulator {
  #total = 0;
  #for = 1;
  #against = 1;
  #factors = 0;

  /** Begins anew. */
  reset(): this {
    this.#total = 0;
    this.#clear();
    return this;
  }

  /** Odds of `for` to `against`, each between 10⁻¹² and 10¹². */
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
