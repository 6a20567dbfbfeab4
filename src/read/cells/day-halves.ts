/** Finds a column with AM or PM alone, next to one with times of a 12-hour clock. */

import { DAY_HALVES } from '../../time/calendar-words.js';
import { nonEmpty } from '../values.js';

/** The columns of a time, or a time of day, from 1:00 to 12:59 and of its half of the day. */
export interface HalvedClock {
  readonly clock: number;
  readonly half: number;
}

/** Fewer rows may all be of one half, or of hours up to 12, by chance. */
const ENOUGH = 3;
/** Ends with a time of day from 1:00 to 12:59. */
const TWELVE_HOURS = /(?:^|[T\s])(?:0?[1-9]|1[0-2]):\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/** The first column with halves of the day, and the column before or else behind it that needs them. */
export function halvedClock(rows: readonly (readonly string[])[], width: number): HalvedClock | undefined {
  const half = halfColumn(rows, width);
  if (half === undefined) return undefined;
  const places = Array.from({ length: width }, (_, at) => at);
  const nearest = [...places.slice(0, half).reverse(), ...places.slice(half + 1)];
  const clock = nearest.find((at) => areAll(rows, at, (cell) => TWELVE_HOURS.test(cell)));
  return clock === undefined ? undefined : { clock, half };
}

/** The first column with halves of the day alone; undefined if there is none. */
export function halfColumn(rows: readonly (readonly string[])[], width: number): number | undefined {
  const places = Array.from({ length: width }, (_, at) => at);
  return places.find((at) => areAll(rows, at, (cell) => halfOf(cell) !== undefined));
}

function areAll(rows: readonly (readonly string[])[], at: number, fits: (cell: string) => boolean): boolean {
  const cells = rows.map((row) => nonEmpty(row[at] ?? '')).filter((cell) => cell !== '');
  return cells.length >= ENOUGH && cells.length * 2 > rows.length && cells.every(fits);
}

/** The time in one cell, with the half of the day in the other appended. */
export function withHalf(cells: readonly string[], { clock, half }: HalvedClock): string {
  const time = nonEmpty(cells[clock] ?? '');
  const word = halfOf(cells[half] ?? '');
  return time === '' || word === undefined || !TWELVE_HOURS.test(time) ? time : `${time} ${word.toUpperCase()}`;
}

/** The half of the day that a cell names; undefined if it names none. */
export function halfOf(cell: string): 'am' | 'pm' | undefined {
  return DAY_HALVES.get(cell.toLowerCase().replaceAll('.', ' ').replace(/\s+/g, ' ').trim());
}
