import type { CountOrPercent, Bounds } from '../documents/check.js';

/** Whether a value is within bounds; percentages are of `whole`. */
export function isWithin({ min, max }: Bounds, value: number, whole: number): boolean {
  return (
    (min === undefined || compare(value, min, whole) >= 0) && (max === undefined || compare(value, max, whole) <= 0)
  );
}

/** Negative if the value is less than the amount. Does not divide, so that 5 of 100 is exactly 5%. */
function compare(value: number, amount: CountOrPercent, whole: number): number {
  return 'count' in amount ? value - amount.count : 100 * value - amount.percent * whole;
}

/** `30 to 45`, `at least 5%`, `37`. */
export function formatBounds({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? 'any' : `at most ${amountText(max)}`;
  if (max === undefined) return `at least ${amountText(min)}`;
  const [low, high] = [amountText(min), amountText(max)];
  return low === high ? low : `${low} to ${high}`;
}

function amountText(amount: CountOrPercent): string {
  return 'count' in amount ? String(amount.count) : `${amount.percent}%`;
}
