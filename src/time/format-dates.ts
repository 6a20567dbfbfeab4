/** Formats dates and times for people: always English and UTC, whatever the machine's zone and language. */

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { isEqual } from 'date-fns/isEqual';
import { isSameDay } from 'date-fns/isSameDay';
import { isSameMonth } from 'date-fns/isSameMonth';
import { isSameYear } from 'date-fns/isSameYear';
import { lightFormat } from 'date-fns/lightFormat';
import { startOfDay } from 'date-fns/startOfDay';
import { SECONDS_IN_DAY, SECONDS_IN_MINUTE } from './units.js';

/** ISO 8601, or milliseconds since 1970 UTC. */
type Time = string | number | Date;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * Formats a date with a date-fns pattern and English month names for `MMM`. The `format` of date-fns would import 30
 * locale files.
 */
function format(date: Date, pattern: string): string {
  return lightFormat(
    date,
    pattern.replace('MMM', () => `'${MONTHS[date.getMonth()] ?? ''}'`),
  );
}

/** `2014-02-25`. */
export function formatDay(time: Time): string {
  return format(new UTCDateMini(time), 'yyyy-MM-dd');
}

/** `2014-02-26 09:05:48`, not more precise than the times in the dump. */
export function formatTime(time: Time, resolutionSeconds = 1): string {
  const clock =
    resolutionSeconds >= SECONDS_IN_DAY ? '' : resolutionSeconds >= SECONDS_IN_MINUTE ? ' HH:mm' : ' HH:mm:ss';
  return format(new UTCDateMini(time), `yyyy-MM-dd${clock}`);
}

/** `26 Feb 2014 12:00 UTC`; only the day where the interval is a day. */
export function formatHour(time: Time, hourSeconds: number): string {
  return format(new UTCDateMini(time), hourSeconds >= SECONDS_IN_DAY ? 'd MMM yyyy' : "d MMM yyyy HH:mm 'UTC'");
}

/** A label of an axis: `12:00`, `26 Feb`; with the year on the first of a month where the axis covers years. */
export function formatTick(time: Time, years: boolean): string {
  const date = new UTCDateMini(time);
  if (years && date.getDate() === 1) return format(date, date.getMonth() === 0 ? 'yyyy' : 'MMM yyyy');
  return format(date, isEqual(date, startOfDay(date)) ? 'd MMM' : 'HH:mm');
}

/** `24–27 Feb 2014`; the first day without the parts that are equal to the last. */
export function formatDaySpan(from: Time, to: Time): string {
  const [first, last] = [new UTCDateMini(from), new UTCDateMini(to)];
  const whole = format(last, 'd MMM yyyy');
  if (isSameDay(first, last)) return whole;
  if (isSameMonth(first, last)) return `${format(first, 'd')}–${whole}`;
  return `${format(first, isSameYear(first, last) ? 'd MMM' : 'd MMM yyyy')} – ${whole}`;
}

/** `26 Feb 12:04 – 5 Mar 2014 01:17 UTC`; without the time where the dump has only days. */
export function formatTimeSpan(from: Time, to: Time, resolutionSeconds: number): string {
  if (resolutionSeconds >= SECONDS_IN_DAY) return `${formatDaySpan(from, to)} UTC`;
  const [first, last] = [new UTCDateMini(from), new UTCDateMini(to)];
  const whole = format(last, "d MMM yyyy HH:mm 'UTC'");
  if (!isSameDay(first, last))
    return `${format(first, isSameYear(first, last) ? 'd MMM HH:mm' : 'd MMM yyyy HH:mm')} – ${whole}`;
  const clock = format(first, 'HH:mm');
  return clock === format(last, 'HH:mm')
    ? whole
    : `${format(first, 'd MMM yyyy HH:mm')}–${format(last, "HH:mm 'UTC'")}`;
}
