import { shareOf as estimateShare } from '../dist/evaluate/estimate.js';
// Formats figures as text: Markdown tables, shares and intervals.
import { bootstrap } from '../dist/stats/bootstrap.js';

/** Prints a Markdown table; all columns except the first are right-aligned. */
export function printTable(header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, i) => Math.max(3, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  console.log([line(cells[0]), rule, ...cells.slice(1).map(line), ''].join('\n'));
}

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

export const fixed = (value, digits = 3) => (known(value) ? value.toFixed(digits) : '–');
export const percent = (value, digits = 1) => (known(value) ? `${(100 * value).toFixed(digits)}%` : '–');

/** `4.0% (1.1–13.5%)`: k of n with its 95% interval (Wilson). */
export function shareOf(k, n, digits = 1) {
  const { value, low, high } = estimateShare(k, n);
  return known(value) ? `${percent(value, digits)} (${(100 * low).toFixed(digits)}–${percent(high, digits)})` : '–';
}

export function mean(values) {
  const there = values.filter(known);
  return there.reduce((sum, value) => sum + value, 0) / there.length;
}

/** `0.985 (0.981–0.988)`: a mean with its 95% interval, from resampled runs (percentile bootstrap). */
export function meanOf(values) {
  const there = values.filter(known);
  if (there.length === 0) return '–';
  const [interval] = bootstrap((uniform) => [mean(there.map(() => there[Math.floor(uniform() * there.length)]))], 1);
  return `${fixed(mean(there))} (${fixed(interval.low)}–${fixed(interval.high)})`;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
