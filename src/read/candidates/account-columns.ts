/** Chooses the columns that identify who posted: an id, a handle, a display name. */

import { isGone } from '../gone.js';
import { readId } from '../ids.js';
import { isBoolean } from '../values.js';
import { quoteName } from './column-choice.js';
import { type ColumnValues, isConstant, isCounter, isRowNumber, timesOf } from './column-values.js';

export interface AccountChoice {
  readonly account: ColumnValues | undefined;
  readonly handle: ColumnValues | undefined;
  readonly name: ColumnValues | undefined;
  readonly passedOver: readonly { readonly column: ColumnValues; readonly why: string }[];
  /** Another column that could also be the id. */
  readonly tie: ColumnValues | undefined;
  /** Notes, as plain sentences, on columns whose content does not match their name. */
  readonly notes: readonly string[];
}

type Candidates = Readonly<Record<'account' | 'handle' | 'name', readonly ColumnValues[]>>;

const some = ({ cells }: ColumnValues): readonly string[] => cells.filter((cell) => cell !== '');

function share(column: ColumnValues, fits: (cell: string) => boolean): number {
  const filled = some(column);
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}

/** Letters, digits and the signs that handles have on any platform; no spaces inside. */
const isHandle = (cell: string): boolean => isGone(cell) || /^@?[\p{L}\p{M}\p{N}_.+/=:~-]+(?:@[\w.-]+)?$/u.test(cell);
const isAt = (cell: string): boolean => /^@[\w.-]{1,64}$/.test(cell);
const isNumber = (cell: string): boolean => /^\d+(?:\.0)?$/.test(cell);

/** What programs print instead of an object that they do not write out. */
const OPAQUE = /^\[object \w+\]$|^<[^<>]* object at 0x[\da-f]+>$|^#<[\s\S]*>$|^(?:[a-z]\w*\.)*[A-Z]\w*@[\da-f]{5,8}$/;
/** The opening and closing brackets of objects and lists in any notation. */
const BRACES: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Whether a cell is an object or a list in some notation: brackets around something with a separator. */
function isBraced(cell: string): boolean {
  return cell.length > 1 && BRACES[cell.charAt(0)] === cell.at(-1) && /[:=,]/.test(cell);
}

/** Whether a cell contains a printed object or list, readable or not. */
const isObject = (cell: string): boolean => OPAQUE.test(cell) || isBraced(cell);

/** Whether the values look like display names: with spaces and signs that handles do not have. */
function areDisplayNames(column: ColumnValues): boolean {
  return column.filled > 0 && share(column, isHandle) < 0.8;
}

/** A column describes accounts and does not name them if it has so few values, and another has so many times more. */
export const FEW_VALUES = 5;
export const MANY_MORE = 5;

/** Why a column cannot identify accounts; '' if there is no objection. */
function objection(column: ColumnValues, othersVary: boolean): string {
  if (column.filled === 0) return 'is empty';
  if (share(column, isObject) > 0.8) return HOLDS_OBJECTS;
  if (othersVary && isConstant(column)) return 'has one value';
  if (column.distinct > 1 && share(column, isBoolean) === 1) return 'holds only yes and no';
  if (share(column, isNumber) < 0.5 && timesOf(column)) return 'holds dates';
  return '';
}

export const HOLDS_OBJECTS = 'holds objects or lists that cannot be read, and no account';

/**
 * Chooses the columns of account id, handle and display name among the candidates, with notes on the rejected
 * columns.
 */
export function chooseAccount(candidates: Candidates): AccountChoice {
  const all = [...new Set([...candidates.account, ...candidates.handle, ...candidates.name])];
  const othersVary = all.some((column) => column.distinct > 1);
  const passedOver = new Map<ColumnValues, string>();
  const notes: string[] = [];
  const left = (columns: readonly ColumnValues[]): ColumnValues[] =>
    columns.filter((column) => {
      const why = objection(column, othersVary);
      if (why !== '' && column.filled > 0) passedOver.set(column, why);
      return why === '';
    });

  let handles = left(candidates.handle);
  // `user_name` and `username` are the same name after normalization.
  const names = left(candidates.name.filter((column) => !handles.includes(column) || areDisplayNames(column)));
  let name = names[0];
  const displays = handles.filter(areDisplayNames);
  if (displays.length > 0) {
    handles = handles.filter((column) => !displays.includes(column));
    for (const column of displays) {
      name ??= column;
      notes.push(`“${column.name}” holds display names, not handles.`);
    }
  }
  // A column with a few words only describes accounts (“personal”, “media”) if another tells many more apart.
  const most = Math.max(0, ...handles.map(({ distinct }) => distinct));
  handles = handles.filter((column) => {
    const isFew = column.distinct <= FEW_VALUES && column.distinct * MANY_MORE <= most && share(column, isAt) < 0.5;
    if (isFew) passedOver.set(column, 'has a few values only');
    return !isFew;
  });
  // If there are several handle columns, those with numbers are ids.
  const ids = handles.filter((column) => share(column, isNumber) > 0.9);
  const isMixed = ids.length > 0 && ids.length < handles.length;
  if (isMixed) handles = handles.filter((column) => !ids.includes(column));
  let handle = preferred(handles);
  let accounts = left(candidates.account).filter((column) => {
    // Without handles there is nothing better than row numbers.
    if (!handle || !(isRowNumber(column) || (isCounter(column) && repeats(handle)))) return true;
    passedOver.set(column, 'numbers the rows');
    return false;
  });
  if (isMixed) accounts.push(...ids.filter((column) => !isRowNumber(column) && !isCounter(column)));
  const numbers = handle && share(handle, isNumber) > 0.9 ? handle : undefined;
  if (numbers) {
    notes.push(`“${numbers.name}” holds numbers, not handles.`);
    accounts.push(numbers);
    handle = preferred(handles.filter((column) => column !== numbers));
  }
  const named = names.find(areHandlesWithSign);
  if (!handle && named) {
    notes.push(`“${named.name}” holds handles.`);
    handle = named;
    name = names.find((column) => column !== named);
  }
  let { best: account, tie } = chooseId(accounts, handle);
  const isWrong = (column: ColumnValues | undefined): boolean =>
    column !== undefined && handle !== undefined && isCrossed(column, handle);
  while (isWrong(account)) {
    const crossed = account;
    if (crossed) passedOver.set(crossed, 'does not match the handles');
    accounts = accounts.filter((column) => column !== crossed);
    ({ best: account, tie } = chooseId(accounts, handle));
  }
  for (const column of accounts)
    if (column !== account && handle && agreement(column, handle) < 0.5 && account && agreement(account, handle) > 0.9)
      passedOver.set(column, 'does not match the handles');
  notes.push(...doubts(account, handle));
  return {
    account,
    handle,
    name,
    tie,
    notes,
    passedOver: [...passedOver].map(([column, why]) => ({ column, why })),
  };
}

/** Whether values occur in several rows: at least one row in ten has a value that another has. */
function repeats({ distinct, filled }: ColumnValues): boolean {
  return distinct < 0.9 * filled;
}

/** Notes on ids that tell more accounts apart than there may be. */
function doubts(account: ColumnValues | undefined, handle: ColumnValues | undefined): string[] {
  if (!account) return [];
  const name = quoteName(account);
  if (!handle)
    return isCounter(account)
      ? [`${name} has another number in each row, in order: if it numbers the posts, nothing tells who wrote them.`]
      : [];
  return account.filled >= LEAST_JUDGED && account.distinct > 0.98 * account.filled && repeats(handle)
    ? [
        `${name} has another value in nearly every row, also where ${quoteName(handle)} is the same: each is read as an ` +
          'account of its own. If it is no id of accounts, --map account= leaves it out.',
      ]
    : [];
}

/** In fewer rows, each may well be by another account. */
const LEAST_JUDGED = 20;

/** Whether nearly all values are handles with @. */
export function areHandlesWithSign(column: ColumnValues): boolean {
  return share(column, isAt) > 0.9;
}

/** The first column that is filled in most rows, else the column with the most filled rows. */
function preferred(columns: readonly ColumnValues[]): ColumnValues | undefined {
  return (
    columns.find(({ filled, cells }) => filled > cells.length / 2) ??
    [...columns].sort((a, b) => b.filled - a.filled)[0]
  );
}

/** Chooses the id column that agrees best with the handles; without handles, the first by name. */
function chooseId(
  columns: readonly ColumnValues[],
  handle: ColumnValues | undefined,
): { best: ColumnValues | undefined; tie: ColumnValues | undefined } {
  const weighed = columns.map((column, rank) => ({
    column,
    score:
      (handle ? 4 * agreement(column, handle) : 0) -
      0.05 * rank +
      (column.filled < column.cells.length / 2 ? -3 : 0) +
      (share(column, (cell) => readId(cell) !== '') < 0.5 ? -2 : 0),
  }));
  weighed.sort((a, b) => b.score - a.score);
  const [best, second] = weighed;
  const tie =
    best && second && best.score - second.score < 0.5 && !isSamePartition(best.column, second.column)
      ? second.column
      : undefined;
  return { best: best?.column, tie };
}

/**
 * Share of rows in which the handle is the most frequent one of the id, and the id the most frequent one of the
 * handle.
 */
function agreement(ids: ColumnValues, handles: ColumnValues): number {
  const pairs = ids.cells
    .map((id, row) => [id, (handles.cells[row] ?? '').toLowerCase()] as const)
    .filter(([id, handle]) => id !== '' && handle !== '');
  if (pairs.length === 0) return 0;
  const usual = (from: 0 | 1, to: 0 | 1): Map<string, string> => {
    const counts = new Map<string, Map<string, number>>();
    for (const pair of pairs) {
      const of = counts.get(pair[from]) ?? new Map<string, number>();
      counts.set(pair[from], of.set(pair[to], (of.get(pair[to]) ?? 0) + 1));
    }
    return new Map([...counts].map(([key, of]) => [key, [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']));
  };
  const [handleOf, idOf] = [usual(0, 1), usual(1, 0)];
  return pairs.filter(([id, handle]) => handleOf.get(id) === handle && idOf.get(handle) === id).length / pairs.length;
}

/**
 * If at least this many ids have several handles, the column is not an account id. Fewer may be accounts that changed
 * their name.
 */
const CROSSED = 3;

/** Whether most ids have several handles, as ids of threads or pages do. */
function isCrossed(ids: ColumnValues, handles: ColumnValues): boolean {
  const found = new Map<string, Set<string>>();
  ids.cells.forEach((id, row) => {
    const handle = (handles.cells[row] ?? '').toLowerCase();
    if (id !== '' && handle !== '') found.set(id, (found.get(id) ?? new Set()).add(handle));
  });
  const several = [...found.values()].filter(({ size }) => size > 1).length;
  return several >= CROSSED && several > found.size / 2;
}

/** Whether two columns group the rows in the same way. */
function isSamePartition(a: ColumnValues, b: ColumnValues): boolean {
  return agreement(a, b) > 0.99;
}
