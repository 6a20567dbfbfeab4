/** Numbers and times in the sentences about a trend: always English, always UTC. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1 post`, `2,000 posts`. */
export function amount(value: number, one: string): string {
  return `${plain.format(value)} ${one}${value === 1 ? '' : 's'}`;
}

/** A share as a percentage: `0%`, `4.5%`, `45%`. */
export function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : (100 * part) / whole;
  return `${share < 9.95 ? Number(share.toFixed(1)) : Math.round(share)}%`;
}

/** `26 Feb 2014 12:00 UTC`; the day alone where hours are as long. */
export function hourName(time: number, hourSeconds: number): string {
  const date = new Date(time);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return hourSeconds >= 86_400 ? day : `${day} ${date.toISOString().slice(11, 16)} UTC`;
}

/** `40 min`, `6 hours`, `1 day`. */
export function duration(seconds: number): string {
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 2 * 86_400 && seconds % 86_400 !== 0
    ? amount(Math.round(seconds / 3600), 'hour')
    : amount(Math.round(seconds / 86_400), 'day');
}
