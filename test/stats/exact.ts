/** Exact tails in whole numbers, as the independent source that the fast ones are held against. */

/** numerator / denominator, rounded once, however large both are. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = 64 - (bits(numerator) - bits(denominator));
  const scaled = shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return Number(scaled) * 2 ** -shift;
}

/** Natural logarithm of a whole number of any length. */
export function logOf(value: bigint): number {
  const shift = Math.max(0, bits(value) - 64);
  return Math.log(Number(value >> BigInt(shift))) + shift * Math.LN2;
}

function bits(value: bigint): number {
  return value.toString(2).length;
}

/** n! */
export function factorial(n: number): bigint {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return product;
}

/** P(X ≥ k) for X ~ Binomial(n, numerator / denominator): its terms summed as integers over denominatorⁿ. */
export function exactBinomialTail(k: number, n: number, numerator: bigint, denominator: bigint): number {
  let sum = 0n;
  let choose = 1n;
  for (let j = 0; j <= n; j++) {
    if (j >= k) sum += choose * numerator ** BigInt(j) * (denominator - numerator) ** BigInt(n - j);
    choose = (choose * BigInt(n - j)) / BigInt(j + 1);
  }
  return quotient(sum, denominator ** BigInt(n));
}

/** P(X ≥ k) for X ~ Poisson(numerator / denominator): 400 terms m^j / j! as one fraction, and only then e^−m. */
export function exactPoissonTail(k: number, numerator: bigint, denominator: bigint): number {
  const terms = 400;
  let sum = 0n;
  // Horner's scheme from the last term: Σ m^j/j! = m^k/k! · (1 + m/(k+1) · (1 + m/(k+2) · …)).
  let below = 1n;
  for (let j = k + terms; j > k; j--) {
    sum = numerator * (sum + below);
    below *= denominator * BigInt(j);
  }
  const front = quotient(numerator ** BigInt(k), denominator ** BigInt(k) * factorial(k));
  return front * quotient(sum + below, below) * Math.exp(-Number(numerator) / Number(denominator));
}
