import { isBoolean } from '../values.js';
import { type ColumnValues, timesOf } from './column-values.js';

/** Why a column cannot hold texts; '' if it can. */
function objection(column: ColumnValues): string {
  const filled = column.cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'is empty';
  const share = (fits: (cell: string) => boolean): number => filled.filter(fits).length / filled.length;
  if (share((cell) => /^[\d.,+-]+(?:e[+-]?\d+)?$/i.test(cell)) > 0.8) return 'holds numbers';
  if (share(isBoolean) === 1) return 'holds only yes and no';
  if (share((cell) => /^https?:\/\/\S+$/i.test(cell)) > 0.9) return 'holds addresses';
  if (timesOf(column)) return 'holds dates';
  if (filled.length >= 20 && column.distinct <= 5 && share((cell) => !/\s/.test(cell)) === 1)
    return 'holds a few words only';
  return '';
}

/** Chooses the first column that holds texts among candidates, sorted from the surest name. */
export function chooseText(candidates: readonly ColumnValues[]): {
  readonly best: ColumnValues | undefined;
  /** Another column with texts in rows where this one is empty, and (almost) only there. */
  readonly rest: ColumnValues | undefined;
  readonly passedOver: readonly { readonly column: ColumnValues; readonly why: string }[];
} {
  const objections = candidates.map((column) => ({ column, why: objection(column) }));
  const best = objections.find(({ why }) => why === '') ?? objections[0];
  const rest = objections.find(
    ({ column, why }) => why === '' && best !== undefined && column !== best.column && completes(column, best.column),
  );
  return {
    best: best?.column,
    rest: rest?.column,
    passedOver: objections.filter((each) => each !== best && each.why !== '' && each.why !== 'is empty'),
  };
}

/** Whether one column is filled where the other is empty, and hardly ever elsewhere. */
export function completes(other: ColumnValues, best: ColumnValues): boolean {
  let [alone, both] = [0, 0];
  other.cells.forEach((cell, row) => {
    if (cell === '') return;
    if (best.cells[row] === '') alone++;
    else both++;
  });
  return alone > 0 && both <= 0.1 * alone;
}

/** The column that looks most like texts (several words, long), for a hint; undefined if none does. */
export function likelyText(columns: readonly ColumnValues[]): ColumnValues | undefined {
  const lengths = columns
    .filter((column) => objection(column) === '')
    .map((column) => {
      const filled = column.cells.filter((cell) => cell !== '');
      const worded = filled.filter((cell) => /\S\s+\S/.test(cell) || /[#@]\p{L}/u.test(cell)).length;
      return {
        column,
        worded: worded / filled.length,
        length: filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
      };
    });
  return lengths.filter(({ worded, length }) => worded > 0.5 && length > 12).sort((a, b) => b.length - a.length)[0]
    ?.column;
}
