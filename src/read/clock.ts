/**
 * Reads the time of day from a separate column: `06:00:07`, `6:00 PM`, `06.00.07`, `060007`, or only an hour, and
 * joins it with the date.
 */

import { isSpreadsheetDay, TimeReader } from '../time/parse-time.js';
import { DAY, SECOND } from '../time/units.js';

const USUAL = /^\d{1,2}:\d{2}/;
const DOTTED = /^(\d{1,2})[.h](\d{2})(?:[.m](\d{2})s?)?$/;
/** An hour and its half of the day: `6pm`. */
const HALVED = /^(\d{1,2})\s?([ap])\.?\s?m\.?$/i;
const COMPACT = /^(\d{2})(\d{2})(\d{2})?$/;
const FRACTION = /^(?:0|0?[.,]\d+)$/;
/** The day that programs write before a time of day alone: `1899-12-30 13:30:00`, `0 days 13:30:00`. */
const EMPTY_DAY = /^(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|1970-01-01|0 days)[T ](?=\d)/;
/** The midnight that programs write behind a date alone, and its offset. */
const MIDNIGHT = /[T ](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)?\s?am)(Z|[+-]\d{2}:?\d{2})?$/i;

/** Whether a cell is a time of day with a colon, whatever its column is called. */
export function isClock(cell: string): boolean {
  return /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]\.?\s?m\.?)?$/i.test(cell.replace(EMPTY_DAY, ''));
}

/** The time of day in a form that can follow a date; '' if the cell is not a time of day. */
export function clockText(cell: string): string {
  const clock = cell.replace(EMPTY_DAY, '');
  if (USUAL.test(clock)) return clock;
  const halved = HALVED.exec(clock);
  if (halved) return Number(halved[1]) <= 12 ? `${halved[1] ?? ''}:00 ${halved[2] ?? ''}m` : '';
  if (/^\d{1,2}$/.test(clock)) return Number(clock) < 24 ? `${clock}:00` : '';
  const [, hour = '', minute = '', second = '00'] = DOTTED.exec(clock) ?? COMPACT.exec(clock) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${hour}:${minute}:${second}`
    : '';
}

/** The time of day of `0.5625`, the fraction of a day that is over; undefined for anything else. */
export function clockOfFraction(cell: string): string | undefined {
  if (!FRACTION.test(cell)) return undefined;
  // The last fractions are rounded up to a whole day.
  const seconds = Math.min(Math.round((Number(cell.replace(',', '.')) * DAY) / SECOND), DAY / SECOND - 1);
  const part = (of: number, most: number): string => String(Math.floor(seconds / of) % most).padStart(2, '0');
  return `${part(3600, 24)}:${part(60, 60)}:${part(1, 60)}`;
}

/** A date with its time of day appended; a date that has one already is kept, unless it is midnight as of all dates. */
export function withClock(date: string, clock: string): string {
  if (clock === '' || date === '') return date;
  const [midnight = '', offset = ''] = MIDNIGHT.exec(date) ?? [];
  const day = date.slice(0, date.length - midnight.length);
  return day.includes(':') ? date : `${writtenDay(day)} ${clockText(clock) || clock}${offset}`;
}

/** A date without signs between its parts, or the number of a day, as one that a time of day can follow. */
function writtenDay(day: string): string {
  if (/^\d{8}$/.test(day)) return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  if (!isSpreadsheetDay(day)) return day;
  const time = new TimeReader('month-first', (wallClock) => wallClock).read(day);
  return time === undefined ? day : new Date(time).toISOString().slice(0, 10);
}
