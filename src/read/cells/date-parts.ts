/** Reads a time that is split over several columns: year, month, day, and perhaps hour, minute and second. */

import { normalizeColumnName } from '../column-name.js';
import { nonEmpty } from '../values.js';
import { halfColumn, halfOf } from './day-halves.js';

/** The columns of a time of day: those of hour, minute and second that exist, and perhaps of the half of the day. */
export interface ClockColumns {
  readonly clock: readonly number[];
  /** Hours are from 1 to 12. */
  readonly half?: number;
}

/** The columns of a time. */
export interface DateColumns extends ClockColumns {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * English, Spanish, Portuguese, French, German, Italian, Turkish, Indonesian, Russian, Chinese, Japanese, Korean, Thai,
 * Persian, Arabic.
 */
const NAMES: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', RegExp>> = {
  year: /^(?:(?:tweet|post|created|date|publish(?:ed)?)?years?|yyyy|año|anio|ano|année|annee|jahr|anno|yıl|yil|tahun|год|年|연도|년|ปี|سال|السنة)$/,
  month:
    /^(?:(?:tweet|post|created|date|publish(?:ed)?)?months?|mm|mes|mês|mois|monat|mese|ay|bulan|месяц|月|월|เดือน|ماه|الشهر)$/,
  day: /^(?:(?:tweet|post|created|date|publish(?:ed)?)?days?|dayofmonth|dd|día|dia|jour|tag|giorno|gün|gun|hari|tanggal|день|число|日|일|วัน|روز|اليوم)$/,
  hour: /^(?:(?:tweet|post|created|date|publish(?:ed)?)?hours?|hh|hora|heure|stunde|ora|saat|jam|час|时|時|시|ชั่วโมง|ساعت|الساعة)$/,
  minute:
    /^(?:(?:tweet|post|created|date|publish(?:ed)?)?(?:minutes?|mins?)|minuto|minuten?|minuti|dakika|menit|минута|минуты|分|분|นาที|دقیقه)$/,
  second:
    /^(?:(?:tweet|post|created|date|publish(?:ed)?)?(?:seconds?|secs?)|segundo|seconde|sekunden?|secondi|saniye|detik|секунда|секунды|秒|초|วินาที|ثانیه)$/,
};

/** Years in the Gregorian, Thai and Iranian calendars. */
const YEAR = /^(?:20\d\d|25[4-9]\d|1[34]\d\d)(?:\.0)?$/;

type Place = (part: keyof typeof NAMES, fits: (cell: string) => boolean) => number;

/** Finds the column of each part by its name and its values; -1 if there is none. */
function placesIn(header: readonly string[], rows: readonly (readonly string[])[]): Place {
  const names = header.map((name) => withoutBrackets(normalizeColumnName(name)));
  return (part, fits) =>
    names.findIndex((name, at) => {
      if (!NAMES[part].test(name)) return false;
      const cells = rows.map((row) => nonEmpty(row[at] ?? '')).filter((cell) => cell !== '');
      return cells.length > 0 && cells.filter(fits).length >= 0.9 * cells.length;
    });
}

/** The columns that together give a time; undefined if there are none. */
export function datePartsOf(header: readonly string[], rows: readonly (readonly string[])[]): DateColumns | undefined {
  const place = placesIn(header, rows);
  const year = place('year', (cell) => YEAR.test(cell));
  const month = place('month', (cell) => upTo(1, 12)(cell) || /^\p{L}[\p{L}\p{M}.]{1,12}$/u.test(cell));
  const day = place('day', upTo(1, 31));
  if (year < 0 || month < 0 || day < 0) return undefined;
  return { year, month, day, ...clockIn(place, rows, header.length) };
}

/** The columns of hour, minute, second and half of the day, next to a date; undefined if there are no two of them. */
export function clockPartsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ClockColumns | undefined {
  const found = clockIn(placesIn(header, rows), rows, header.length);
  return found.clock.length === 0 || (found.clock.length < 2 && found.half === undefined) ? undefined : found;
}

function clockIn(place: Place, rows: readonly (readonly string[])[], width: number): ClockColumns {
  const clock: number[] = [];
  for (const [part, most] of [
    ['hour', 23],
    ['minute', 59],
    ['second', 59],
  ] as const) {
    const at = place(part, upTo(0, most));
    if (at < 0) break;
    clock.push(at);
  }
  const half = clock.length > 0 && place('hour', upTo(1, 12)) === clock[0] ? halfColumn(rows, width) : undefined;
  return half === undefined ? { clock } : { clock, half };
}

/** The time in the cells of a row, in a usual date notation; '' if a part is missing. */
export function momentOf(cells: readonly string[], { year, month, day, ...of }: DateColumns): string {
  const [y, m, d] = [year, month, day].map((at) => partAt(cells, at));
  if (!y || !m || !d) return '';
  const date = /^\d+$/.test(m) ? `${y}-${two(m)}-${two(d)}` : `${d} ${m} ${y}`;
  return of.clock.length === 0 ? date : `${date} ${clockOf(cells, of)}`;
}

/** The time of day in the cells of a row; '' if the hour is missing. */
export function clockOf(cells: readonly string[], { clock, half }: ClockColumns): string {
  const [hour = '', minute = '0', second] = clock.map((at) => partAt(cells, at));
  if (hour === '') return '';
  const word = half === undefined ? undefined : halfOf(cells[half] ?? '');
  const time = `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`;
  return word === undefined ? time : `${time} ${word.toUpperCase()}`;
}

function partAt(cells: readonly string[], at: number): string {
  return nonEmpty(cells[at] ?? '').replace(/\.0$/, '');
}

function upTo(from: number, to: number): (cell: string) => boolean {
  return (cell) => /^\d{1,2}(?:\.0)?$/.test(cell) && Number(cell) >= from && Number(cell) <= to;
}

function two(text: string): string {
  return text.padStart(2, '0');
}

/** Turns `day(utc)` into `day`. */
function withoutBrackets(name: string): string {
  const at = name.endsWith(')') ? name.indexOf('(') : -1;
  return at < 0 ? name : name.slice(0, at);
}
