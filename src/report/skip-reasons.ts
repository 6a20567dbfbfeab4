import type { Input, SkipReason } from '../documents/result.js';
import { formatCount, plural } from '../text/format.js';

export interface SkipText {
  readonly one: string;
  readonly many: string;
  /** Whether the user asked to leave these rows out; their line numbers are then not shown. */
  readonly asked?: true;
}

/** Why rows were skipped, in the order of reports. */
const SKIP_REASON_TEXT: Readonly<Record<SkipReason, SkipText>> = {
  'bad-time': { one: 'row with a time that cannot be read', many: 'rows with a time that cannot be read' },
  'no-time': { one: 'row without a time', many: 'rows without a time' },
  'no-account': { one: 'row without an account', many: 'rows without an account' },
  'wrong-width': { one: 'row with too few or too many columns', many: 'rows with too few or too many columns' },
  malformed: { one: 'row that is broken', many: 'rows that are broken' },
  'not-a-post': { one: 'row that is not a post', many: 'rows that are not posts' },
  'other-event': { one: 'event that is no post', many: 'events that are no posts' },
  'duplicate-row': { one: 'row that repeats an earlier row', many: 'rows that repeat an earlier row' },
  'repeated-id': { one: 'row with the id of an earlier post', many: 'rows with the id of an earlier post' },
  'other-hashtag': { one: 'post without the hashtag', many: 'posts without the hashtag', asked: true },
  'outside-span': { one: 'post outside the time span', many: 'posts outside the time span', asked: true },
};

/**
 * One clause for each reason for which rows of this file were skipped, with the first line numbers: `12 rows without a
 * time (lines 4, 19, 22, …)`.
 */
export function skippedClauses({
  skipped,
  skippedAt,
  numbered,
}: Pick<Input, 'skipped' | 'skippedAt' | 'numbered'>): string[] {
  const counts = new Map(Object.entries(skipped));
  const lines = new Map(Object.entries(skippedAt));
  return Object.entries(SKIP_REASON_TEXT).flatMap(([reason, { one, many, asked }]) => {
    const rows = counts.get(reason) ?? 0;
    if (rows === 0) return [];
    const at = asked ? [] : (lines.get(reason) ?? []);
    const where =
      at.length === 0
        ? ''
        : ` (${plural(rows, numbered === undefined ? 'line' : 'record')} ` +
          `${at.join(', ')}${at.length < rows ? ', …' : ''})`;
    return [`${formatCount(rows, one, many)}${where}`];
  });
}
