/** What the values of a column show, whatever it is called. */

import { findDayOrder, type DayOrder } from '../../time/day-order.js';
import { isSpreadsheetDay, TimeReader } from '../../time/parse-time.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units.js';
import { nonEmpty } from '../values.js';

/** Rows by which columns are weighed: more hardly tell more. */
export const WEIGHED_BY = 1000;

export interface ColumnValues {
  readonly at: number;
  readonly name: string;
  /** A cell for each row, '' where it says nothing. */
  readonly cells: readonly string[];
  readonly filled: number;
  readonly distinct: number;
}

/** The non-empty cells of a column, and how many of them are different. */
export function columnValues(rows: readonly (readonly string[])[], at: number, name: string): ColumnValues {
  const cells = rows.map((row) => nonEmpty(row[at] ?? ''));
  const some = new Set(cells);
  some.delete('');
  return { at, name, cells, filled: cells.filter((cell) => cell !== '').length, distinct: some.size };
}

/** One value in at least three rows: nothing of its own is told of any. */
export function isConstant({ distinct, filled, cells }: ColumnValues): boolean {
  return distinct === 1 && filled >= 3 && filled >= cells.length / 2;
}

/** A position that a spreadsheet or a data frame counts: 0, 1, 2, …. */
export function isRowNumber({ cells }: ColumnValues): boolean {
  const [first, second] = cells;
  if (first === undefined || second === undefined || !/^[01]$/.test(first)) return false;
  const from = Number(first);
  return cells.every((cell, row) => cell === String(from + row));
}

export interface ColumnTimes {
  readonly times: readonly (number | undefined)[];
  /** Whether every one names its offset, or counts from 1970. */
  readonly zoned: boolean;
  /** The coarsest of day, hour, minute, second and millisecond in which all are told. */
  readonly step: number;
  readonly first: number;
  readonly last: number;
  /** Whether the rows are in the order of these times, forwards or backwards. */
  readonly sorted: boolean;
  /** Whether they are bare numbers: counts and ids look like these, too. */
  readonly numeric: boolean;
}

const STEPS = [DAY, HOUR, MINUTE, SECOND, 1];
const HOPELESS = 8;
/** Times that at least so many of the filled cells must be. */
const MOST = 0.9;

/** The values as times; undefined where they are none. */
export function timesOf({ cells, filled }: ColumnValues, declared?: DayOrder): ColumnTimes | undefined {
  if (filled === 0) return undefined;
  const reader = new TimeReader(findDayOrder(cells, declared).order, (wallClock) => wallClock);
  const times: (number | undefined)[] = [];
  let [known, missed, step, first, last, up, down, numeric] = [0, 0, 0, Infinity, -Infinity, 0, 0, 0];
  let before: number | undefined;
  for (const cell of cells) {
    const time = cell === '' ? undefined : reader.read(cell);
    times.push(time);
    if (cell === '') continue;
    if (time === undefined) {
      // Most columns are told by their first cells.
      if (++missed > filled * (1 - MOST) || (known === 0 && missed >= HOPELESS)) return undefined;
      continue;
    }
    known++;
    if (/^\d+(?:[.,]\d+)?$/.test(cell) && (cell.length !== 8 || isSpreadsheetDay(cell))) numeric++;
    while (time % (STEPS[step] ?? 1) !== 0) step++;
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (before !== undefined && time > before) up++;
    if (before !== undefined && time < before) down++;
    before = time;
  }
  if (known === 0) return undefined;
  return {
    times,
    zoned: reader.withoutOffset === 0,
    step: STEPS[step] ?? 1,
    first,
    last,
    sorted: up + down > 0 && Math.min(up, down) <= 0.05 * (up + down),
    numeric: numeric > known / 2,
  };
}

/** Whether most values differ from row to row within the same account; undefined where no account has two rows. */
export function variesWithin(
  accounts: readonly string[],
  values: readonly (number | string | undefined)[],
): boolean | undefined {
  const seen = new Map<string, Set<number | string>>();
  const rows = new Map<string, number>();
  accounts.forEach((account, row) => {
    const value = values[row];
    if (account === '' || value === undefined || value === '') return;
    const known = seen.get(account) ?? new Set();
    seen.set(account, known.add(value));
    rows.set(account, (rows.get(account) ?? 0) + 1);
  });
  const several = [...seen].filter(([account]) => (rows.get(account) ?? 0) > 1);
  if (several.length === 0) return undefined;
  return several.filter(([, values_]) => values_.size > 1).length > several.length * 0.1;
}
