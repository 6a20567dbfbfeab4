/** Describes a column by its values alone, not by its name. */

import { findDayOrder, type DayOrder } from '../../time/day-order.js';
import { isSpreadsheetDay, TimeReader } from '../../time/parse-time.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units.js';
import { nonEmpty } from '../values.js';

/** Number of rows used to compare columns; more rows hardly change the result. */
export const WEIGHED_BY = 1000;

export interface ColumnValues {
  readonly at: number;
  readonly name: string;
  /** One cell per row, '' for an empty value. */
  readonly cells: readonly string[];
  readonly filled: number;
  readonly distinct: number;
}

/** The non-empty cells of a column, and how many different ones there are. */
export function columnValues(rows: readonly (readonly string[])[], at: number, name: string): ColumnValues {
  const cells = rows.map((row) => nonEmpty(row[at] ?? ''));
  const some = new Set(cells);
  some.delete('');
  return { at, name, cells, filled: cells.filter((cell) => cell !== '').length, distinct: some.size };
}

/** Whether a column has a single value, in at least three rows: it does not distinguish rows. */
export function isConstant({ distinct, filled, cells }: ColumnValues): boolean {
  return distinct === 1 && filled >= 3 && filled >= cells.length / 2;
}

/** Whether a column is a row number of a spreadsheet or a data frame: 0, 1, 2, …. */
export function isRowNumber({ cells }: ColumnValues): boolean {
  const [first, second] = cells;
  if (first === undefined || second === undefined || !/^[01]$/.test(first)) return false;
  const from = Number(first);
  return cells.every((cell, row) => cell === String(from + row));
}

/** Fewer numbers may be in order by chance. */
const LEAST_COUNTED = 10;

/** Whether a column counts the rows or posts in its own way: whole numbers, each larger (or smaller) than the last. */
export function isCounter({ cells }: ColumnValues): boolean {
  if (cells.length < LEAST_COUNTED || !cells.every((cell) => /^\d{1,15}$/.test(cell))) return false;
  const steps = cells.slice(1).map((cell, row) => Math.sign(Number(cell) - Number(cells[row])));
  return steps.every((step) => step === steps[0] && step !== 0);
}

export interface ColumnTimes {
  readonly times: readonly (number | undefined)[];
  /** Whether every time has an offset or is a Unix time. */
  readonly zoned: boolean;
  /** The coarsest of day, hour, minute, second and millisecond that represents all times exactly, in milliseconds. */
  readonly step: number;
  readonly first: number;
  readonly last: number;
  /** Whether the rows are sorted by these times, forwards or backwards. */
  readonly sorted: boolean;
  /** Whether the values are bare numbers: counts and ids look the same. */
  readonly numeric: boolean;
}

const STEPS = [DAY, HOUR, MINUTE, SECOND, 1];
const HOPELESS = 8;
/** At least this share of the filled cells must be times. */
const MOST = 0.9;

/** Reads the values as times; undefined if they are not times. */
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
      // The first cells usually show that a column has no times.
      if (++missed > filled * (1 - MOST) || (known === 0 && missed >= HOPELESS)) return undefined;
      continue;
    }
    known++;
    if (/^\d+(?:[.,]\d+)?(?:e\+?\d+)?$/i.test(cell) && (cell.length !== 8 || isSpreadsheetDay(cell))) numeric++;
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

/** Whether most values differ between the rows of an account; undefined if no account has two rows. */
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
