/**
 * A number as a text table would contain it; '' for NaN. An integer beyond 2^53 that was stored as floating point has
 * lost digits if it was an id: it is marked with `.0`.
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${BigInt(value)}.0` : String(value);
}
