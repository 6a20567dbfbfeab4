import { DAY } from './units.js';

/**
 * First day of the Iranian year 1375, from the tables of the Institute of Geophysics, Tehran. A year begins on 21
 * March, or on 20 March after a leap year.
 */
const NEW_YEAR_1375 = Date.UTC(1996, 2, 20);
const DAYS = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30];

/**
 * Leap years from 1375 to 1500 by the 33-year cycle, which agrees with those tables: remainders 1, 5, 9, 13, 17, 22,
 * 26, 30 of 33.
 */
function isLeap(year: number): boolean {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);
}

/** Converts a day of the Iranian calendar, 1375 to 1499, to the Gregorian calendar; undefined for an invalid day. */
export function fromPersian(
  year: number,
  month: number,
  day: number,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const length = month === 12 && !isLeap(year) ? 29 : DAYS[month - 1];
  if (year < 1375 || year > 1499 || length === undefined || day < 1 || day > length) return undefined;
  let days = day - 1;
  for (let before = 1375; before < year; before++) days += isLeap(before) ? 366 : 365;
  for (let before = 1; before < month; before++) days += DAYS[before - 1] ?? 0;
  const date = new Date(NEW_YEAR_1375 + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
