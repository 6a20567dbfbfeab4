import type { SkipReason } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatGivenShare, formatNumber } from '../text/format.js';

const SHOWN_LINES = 5;

/** Duplicates, posts that were filtered out and other events do not count as bad rows. */
export const BAD_ROW_REASONS: ReadonlySet<SkipReason> = new Set([
  'bad-time',
  'no-time',
  'no-account',
  'wrong-width',
  'malformed',
  'not-a-post',
]);

const SAYS: Readonly<Partial<Record<SkipReason, string>>> = {
  'bad-time': 'their time cannot be read',
  'no-time': 'they have no time',
  'no-account': 'they name no account',
  'wrong-width': 'they have more or fewer cells than the header',
  malformed: 'they are broken',
  'not-a-post': 'they are no posts',
};

/** `2h`, `3 days ago`, `hace 2 horas`: times relative to when the page was viewed. */
const RELATIVE =
  /^\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|hrs?|sa|dk|gün)\.?$|\bago$|^(?:hace|il y a|vor|há) |(?:önce|назад|yang lalu|前|전|قبل|پیش)$|^(?:just now|yesterday)/i;

/** Counts the rows of one input that gave no post, by reason, with the first line numbers of each. */
export class RowCounts {
  rows = 0;
  posts = 0;
  readonly skipped: Partial<Record<SkipReason, number>> = {};
  readonly skippedAt: Partial<Record<SkipReason, number[]>> = {};
  readonly #unit: 'line' | 'record';
  readonly #examples: Partial<Record<SkipReason, string>> = {};

  /** @param unit what the positions of rows count */
  constructor(unit: 'line' | 'record' = 'line') {
    this.#unit = unit;
  }

  skip(reason: SkipReason, line: number, example: string): void {
    const count = this.skipped[reason] ?? 0;
    this.skipped[reason] = count + 1;
    if (count === 0) this.#examples[reason] = example;
    if (count < SHOWN_LINES) (this.skippedAt[reason] ??= []).push(line);
  }

  /** Number of rows that gave no post. */
  get total(): number {
    let sum = 0;
    for (const count of Object.values(this.skipped)) sum += count;
    return sum;
  }

  /** Number of rows that could give a post: all except other events. */
  get candidates(): number {
    return this.rows - (this.skipped['other-event'] ?? 0);
  }

  get bad(): number {
    let sum = 0;
    for (const reason of BAD_ROW_REASONS) sum += this.skipped[reason] ?? 0;
    return sum;
  }

  /**
   * Throws TrendAuditError if more than this share of the rows, without duplicates, is bad. `hints` give what to try
   * for each reason.
   */
  check(maxBadRows: number, file: string, hints: Readonly<Partial<Record<SkipReason, string>>>): void {
    const distinct = this.candidates - (this.skipped['duplicate-row'] ?? 0);
    const bad = this.bad;
    if (bad === 0 || bad <= maxBadRows * distinct) return;
    const [reason = 'malformed'] = [...BAD_ROW_REASONS].sort((a, b) => (this.skipped[b] ?? 0) - (this.skipped[a] ?? 0));
    const lines = this.skippedAt[reason] ?? [];
    const example = this.#examples[reason] ?? '';
    const says =
      `${formatNumber(bad)} of ${formatNumber(distinct)} rows give no post (allowed: ` +
      `${formatGivenShare(maxBadRows)}), ${formatNumber(this.skipped[reason] ?? 0)} of these because ` +
      `${SAYS[reason] ?? 'they are bad'}, ` +
      `first ${this.#unit === 'line' ? 'on line' : 'in record'} ${lines.join(', ')}`;
    throw new TrendAuditError('too-many-bad-rows', `${says}${example === '' ? '' : `: ${preview(example)}`}`, {
      file,
      ...(lines[0] === undefined || this.#unit !== 'line' ? {} : { line: lines[0] }),
      hint:
        `${reason === 'bad-time' && RELATIVE.test(example) ? 'such times count back from a moment that the file does not tell: get it again with dates, or name a column that has them with --map time=COLUMN' : (hints[reason] ?? 'look at these lines')}, ` +
        'or allow more with --max-bad-rows',
      unquoted: { message: says, hint: 'look at these lines, or allow more with --max-bad-rows' },
    });
  }
}

/** A value from the file for a message: on one line, with control characters escaped, shortened. */
export function preview(value: string): string {
  const text = escapeControls(value);
  const letters = [...text];
  return `“${letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text}”`;
}
