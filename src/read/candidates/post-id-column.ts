/** Chooses the column with the ids of the posts. */

import { readId } from '../ids.js';
import { type ColumnValues, isConstant, isRowNumber } from './column-values.js';

export interface IdChoice {
  readonly best: ColumnValues | undefined;
  readonly passedOver: readonly { readonly column: ColumnValues; readonly why: string }[];
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
