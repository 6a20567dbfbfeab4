/** Chooses the column with the ids of the posts. */

import { isDamagedId, readId } from '../ids.js';
import { type ColumnValues, isConstant, isRowNumber, variesWithin } from './column-values.js';

export interface IdChoice {
  readonly best: ColumnValues | undefined;
  readonly passedOver: readonly { readonly column: ColumnValues; readonly why: string }[];
}

/** Names of columns with ids of something else than the post. */
const OF_OTHERS =
  /user|account|author|owner|profile|sender|channel|page|conversation|thread|parent|repl[iy]|quot|retweet|(?:^|[^a-z])rt|orig|refer|media|group|place|list|count|time|date/i;
/** At least this share of the rows has an id, and of the ids occurs once. */
const NEARLY_ALL = 0.98;

/**
 * Finds the ids of posts in a column of any other name: long ids, each of which stands in one row, while accounts have
 * several of them.
 */
export function findPostIds(columns: readonly ColumnValues[], authors: readonly string[]): ColumnValues | undefined {
  return columns.find(
    (column) =>
      column.name !== '' &&
      !OF_OTHERS.test(column.name) &&
      column.filled >= NEARLY_ALL * column.cells.length &&
      column.distinct >= NEARLY_ALL * column.filled &&
      column.cells.every((cell) => cell === '' || /^\d{15,20}$/.test(readId(cell)) || isDamagedId(cell)) &&
      variesWithin(authors, column.cells) === true,
  );
}

/** MongoDB ids (24 hex digits) identify the database record, not the post. */
function isRecordId({ cells }: ColumnValues): boolean {
  return cells.every((cell) => cell === '' || /^(?:ObjectId\(["'])?[\da-f]{24}(?:["']\))?$/i.test(cell));
}

/**
 * Chooses between candidates, sorted from the surest name: prefers values that are unique per row. Row numbers and
 * database record ids are a last choice.
 */
export function choosePostId(candidates: readonly ColumnValues[]): IdChoice {
  const weighed = candidates.map((column, rank) => {
    const { filled, cells, distinct } = column;
    const unique = filled === 0 ? 0 : distinct / filled;
    const long = cells.filter((cell) => /^\d{15,19}$/.test(readId(cell))).length > filled / 2;
    const reasons: [number, string][] = [];
    if (isConstant(column)) reasons.push([-6, 'has one value']);
    else if (unique < 0.8) reasons.push([-5, 'has the same value in several rows']);
    if (isRowNumber(column)) reasons.push([-4, 'numbers the rows']);
    if (isRecordId(column)) reasons.push([-2.5, 'is the id of a record in a database']);
    if (filled < cells.length / 2) reasons.push([-3, 'is empty in most rows']);
    const score = (long ? 1.5 : 0) + 2 - 0.1 * rank + reasons.reduce((sum, [weight]) => sum + weight, 0);
    return { column, score, why: reasons.sort(([a], [b]) => a - b)[0]?.[1] ?? '' };
  });
  const [best, ...others] = weighed.sort((a, b) => b.score - a.score);
  if (!best) return { best: undefined, passedOver: [] };
  return { best: best.column, passedOver: others.filter(({ why }) => why !== '') };
}
