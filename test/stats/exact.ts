/** Exact tails in whole numbers, as the independent source that the fast ones are held against. */

/** numerator / denominator, rounded once, however large both are. */
function quotient(numerator: bigint, denominator: bigint): number {
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
