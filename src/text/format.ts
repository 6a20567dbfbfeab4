/**
 * Formats numbers, shares, plurals and lists for readers, always in English. Without a library, because every command
 * loads this file.
 */

import { escapeControls } from './escape-controls.js';

let english: Intl.NumberFormat | undefined;

/** 1234.56 → `1,234.6`. */
export function formatNumber(value: number): string {
  // Created at first use: that takes about 10 ms, which `--version` does not need.
  english ??= new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  return english.format(value);
}

/**
 * The noun or verb for a number: `post` or `posts`, `is` or `are`. A noun that ends in s, such as series, is not
 * changed.
 */
export function plural(count: number, one: string, many = pluralOf(one)): string {
  return count === 1 ? one : many;
}

/** The plural of `combination of hashtags` is `combinations of hashtags`. */
function pluralOf(noun: string): string {
  const [head = noun, ...rest] = noun.split(' of ');
  return [head.endsWith('s') ? head : `${head}s`, ...rest].join(' of ');
}

/** `1 post`, `2,000 posts`. */
export function formatCount(value: number, one: string, many?: string): string {
  return `${formatNumber(value)} ${plural(value, one, many)}`;
}

/** An expected count or a ratio: with one decimal below 10, `0.4`, `12`; `<0.1` for values that would round to zero. */
export function formatEstimate(value: number): string {
  if (value > 0 && value < 0.05) return '<0.1';
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** Bytes in megabytes, without the unit: 12,345,678 → `12.3`. */
export function formatMegabytes(bytes: number): string {
  return formatNumber(bytes / 1e6);
}

/** A share as a percentage that is never rounded to 0% or 100% unless it is exactly that. */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  const share = (100 * part) / whole;
  if (share < 0.1) return '<0.1%';
  if (part < whole && share > 99.5) return '>99%';
  return roundPercent(share);
}

/** A rounded percentage: `0%`, `4.5%`, `45%`, `100%`. */
export function formatRoundPercent(part: number, whole: number): string {
  return roundPercent(whole === 0 ? 0 : (100 * part) / whole);
}

function roundPercent(percentage: number): string {
  return `${percentage < 9.95 ? Number(percentage.toFixed(1)) : percentage.toFixed(0)}%`;
}

/** A rate or a probability with three significant digits: `1.36%`, `0.00123%`. */
export function formatRate(part: number, whole = 1): string {
  return whole === 0 ? '0%' : `${Number(((100 * part) / whole).toPrecision(3))}%`;
}

/** A share set by the user, with up to two decimals: `10%`, `12.55%`. */
export function formatGivenShare(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`;
}

/** `a, b and c`. */
export function joinList(items: readonly string[]): string {
  const last = items.at(-1);
  return last === undefined || items.length === 1 ? (last ?? '') : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A sentence without its full stop, so that it can be continued; escaped, because it may quote the dump. */
export function withoutFullStop(text: string): string {
  return escapeControls(text).replace(/\.$/u, '');
}

/** Adds a full stop if there is none. */
export function withFullStop(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/** Number of shown characters of a quoted text; the first line of a tweet fits. */
const QUOTED = 60;

/** A text from a dump on one line, shortened if it is long. It must be escaped wherever it is shown. */
export function cutText(text: string): string {
  const chars = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return chars.length > QUOTED ? `${chars.slice(0, QUOTED - 1).join('')}…` : chars.join('');
}

/**
 * A text from a dump in quotation marks, on one line, shortened if it is long. It must be escaped wherever it is
 * shown.
 */
export function quoteText(text: string): string {
  return `“${cutText(text)}”`;
}
