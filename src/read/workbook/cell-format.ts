/** Formats the cells of a sheet as text. */

import { DAY } from '../../time/units.js';
import { numberText } from '../cells/number-text.js';

/** The meaning of a cell's number: a plain number, a day, or a time (with or without a date). */
export type NumberKind = 'number' | 'day' | 'moment';

/**
 * The built-in formats, by number (ECMA-376 part 1, 18.8.30, with those of East Asian locales). 46 is left out: it
 * counts hours and is not a time of day.
 */
const DAYS = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const MOMENTS = [18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 47, 55, 56];
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...DAYS.map((id): [number, NumberKind] => [id, 'day']),
  ...MOMENTS.map((id): [number, NumberKind] => [id, 'moment']),
]);

/** The meaning of numbers with this format. `code` is undefined for built-in formats. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number';
  // Quoted words, escaped characters, and brackets (colours, conditions, locales) are not part of the pattern.
  const [section = ''] = code.replaceAll(/"[^"]*"|\\.|[_*]./gu, '').split(';');
  // [h]:mm may exceed 24 hours: a duration, not a time.
  if (/\[[hms]+\]/iu.test(section)) return 'number';
  const pattern = section.replaceAll(/\[[^\]]*\]/gu, '').replace(/general/iu, '');
  if (!/[ymdhs]/iu.test(pattern)) return 'number';
  return /[hs]/iu.test(pattern) ? 'moment' : 'day';
}

/** The last day that a sheet can show, 9999-12-31. */
const LAST_DAY = 2_958_465;
/** Days between the first days of the two date systems. */
const DAYS_TO_1904 = 1462;
/** Day 0 of sheets. Up to day 60 they count a 29 February 1900 that did not exist: no post is that old. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * A sheet's day number as a date in ISO 8601, in local time, to the millisecond: `2014-02-26`, `2014-02-26 09:05:48`,
 * `09:05:48`. A number out of range is returned unchanged.
 *
 * @param from1904 whether the workbook counts days from 1904
 */
export function dateText(serial: number, kind: NumberKind, from1904: boolean): string {
  const days = from1904 ? serial + DAYS_TO_1904 : serial;
  if (!(days >= 0 && days < LAST_DAY + 1)) return String(serial);
  const wallClock = new Date(EPOCH + Math.round(days * DAY)).toISOString();
  const [day = '', clock = ''] = wallClock.replace('.000Z', '').replace('Z', '').split('T');
  if (days < 1) return clock;
  return kind === 'day' && clock === '00:00:00' ? day : `${day} ${clock}`;
}

/** A number of a sheet with all its digits. */
export function digitsText(written: string): string {
  const value = Number(written);
  return /^-?\d+$/.test(written) || !Number.isFinite(value) ? written : numberText(value);
}

/**
 * Replaces `_x000D_`: the notation of workbooks for a character that XML cannot contain (ECMA-376 part 1, 22.9.2.19).
 */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** The column of a cell reference, 0 for A: `BC12` → 54; undefined if it is not a reference. */
export function columnOf(place: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
