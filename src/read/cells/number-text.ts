/**
 * A number as a table of text would have it. A whole one beyond 2^53 that was kept as a floating point number has lost
 * digits if it was an id: `.0` shows it. '' for what is no number.
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${BigInt(value)}.0` : String(value);
}
