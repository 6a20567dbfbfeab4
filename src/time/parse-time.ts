/**
 * Parses dates in dumps to milliseconds since 1970 UTC. With own regular expressions: date-fns gives the same results
 * (see the tests), but is slower.
 */

import { outOfRange } from '../stats/array-access.js';
import type { DayOrder } from './day-order.js';
import { withCommonYear } from './eras.js';
import { withPlainDigits } from './plain-digits.js';
import { DAY, HOUR, MINUTE, SECOND } from './units.js';
import { readWordedDate } from './worded-date.js';
import { toUtcOf } from './zone-names.js';
import type { ToUtc } from './zone.js';

/** 2006-03-21, the day of the platform's first post: earlier dates are invalid. */
export const EARLIEST = Date.UTC(2006, 2, 21);
/** A fixed limit, so that results do not depend on the clock; later dates are damaged. */
export const LATEST = Date.UTC(2100, 0, 1);

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?`;
const OFFSET = String.raw`(?:\s*(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT)[+-]\d(?::\d{2})?|UTC|GMT)(?:\s*\([^)]*\)|\[[^\]]*\])?)?`;
const TAIL = String.raw`(?:(?:T|,?\s+(?:[·-]\s+|at\s+)?)${CLOCK}${OFFSET})?`;
const WEEKDAY = String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?`;

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TAIL}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TAIL}$`, 'i');
const TWITTER = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}|UTC|GMT) (\d{4})$/;
const DAY_NAMED_MONTH = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})[-\s]([A-Za-z]{3,9})\.?[-,\s]+(\d{4})${TAIL}$`, 'i');
const NAMED_MONTH_DAY = new RegExp(String.raw`^${WEEKDAY}([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${TAIL}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const UNIX = /^(\d{10}|\d{13}|\d{16}|\d{19})(?:[.,](\d+))?$/;
/**
 * The same in the notation of floating point numbers: `1.62097976E9` is exact, as Java writes it; `1.62098E+09` of a
 * spreadsheet is rounded, unless it has all digits of seconds.
 */
const UNIX_AS_FLOAT = /^(\d)\.(\d+)E(?:(\d+)|\+(\d+))$/i;
const DIGITS_OF_SECONDS = 10;
const WEEK_DATE = /^(\d{4})-?W(\d{2})-?([1-7])(?:[T ](.+))?$/;
/** Number of digits of a time in microseconds, and of many ids. */
const LONG_NUMBER = 16;
/** A time followed by an IANA zone name. */
const IN_NAMED_ZONE = /^(.*\d)\s*\[?([A-Z]\w+\/[\w/+-]+)\]?$/;
/** Days since 1899-12-30, as spreadsheets count them. */
const DAY_NUMBER = /^(\d{5})(?:[.,](\d+))?$/;
const FIRST_SPREADSHEET_DAY = Date.UTC(1899, 11, 30);

const IRANIAN_YEAR = /(?<!\d)1[34]\d\d(?!\d)/;
/** `1,699,519,506,000`: a Unix time that a spreadsheet formatted as a number. */
const MOMENT_IN_THOUSANDS = /^\d{1,3}([,.\u00a0\u202f ’'])\d{3}(?:\1\d{3}){2,5}$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface TimeReading {
  /** Milliseconds since 1970 UTC; undefined where the value is not a date between `EARLIEST` and `LATEST`. */
  read(value: string): number | undefined;
  /** How many values read so far had no offset, and were taken to be in the assumed zone. */
  readonly withoutOffset: number;
}

/** Reads one column of times, which may mix formats. */
export class TimeReader implements TimeReading {
  withoutOffset = 0;
  readonly #order: DayOrder;
  readonly #toUtc: ToUtc;

  readonly #longNumbers: boolean;

  /**
   * @param longNumbers whether numbers of 16 and 19 digits are times; among written dates they are ids in the wrong
   * cell
   */
  constructor(order: DayOrder, toUtc: ToUtc, longNumbers = true) {
    this.#order = order;
    this.#toUtc = toUtc;
    this.#longNumbers = longNumbers;
  }

  read(value: string): number | undefined {
    const text = withPlainDigits(value.trim());
    const before = this.withoutOffset;
    let time = this.#parse(text);
    // A year of the Iranian calendar looks like one in the Middle Ages, with other lengths of months.
    if ((time === undefined || time < EARLIEST) && IRANIAN_YEAR.test(text)) time = this.#parseUnusual(text);
    // Years of other eras are in the future or too short, and Buddhist leap years differ.
    const common = time === undefined || time >= LATEST ? withCommonYear(text) : text;
    if (common !== text) {
      this.withoutOffset = before;
      time = this.#parse(common);
    }
    return time !== undefined && time >= EARLIEST && time < LATEST ? time : undefined;
  }

  /** As `read`, from the bytes of a value; also undefined where the value is not in a common format. */
  readBytes(bytes: Uint8Array, from: number, to: number): number | undefined {
    const usual = readUsual(bytes, from, to);
    const time = isUsualUtc(to - from) ? usual : this.#assume(usual);
    return time !== undefined && time >= EARLIEST && time < LATEST ? time : undefined;
  }

  #parse(value: string): number | undefined {
    const bytes = usualBytes(value);
    const usual = bytes && readUsual(bytes, 0, value.length);
    if (usual !== undefined) return isUsualUtc(value.length) ? usual : this.#assume(usual);
    let m = YEAR_FIRST.exec(value);
    if (m) return this.#build(Number(m[1]), Number(m[3]), Number(m[4]), m, 5);
    m = TWITTER.exec(value);
    if (m)
      return wall(
        Number(m[7]),
        month(m[1]),
        Number(m[2]),
        Number(m[3]),
        Number(m[4]),
        Number(m[5]),
        0,
        offsetOf(m[6] ?? ''),
      );
    m = UNIX.exec(value);
    if (m) return !this.#longNumbers && value.length >= LONG_NUMBER ? undefined : unix(m[1] ?? '', m[2] ?? '');
    m = UNIX_AS_FLOAT.exec(value);
    if (m) return unixOfFloat(m);
    m = YEAR_LAST.exec(value);
    if (m) {
      const [first, second] = [Number(m[1]), Number(m[3])];
      const year = Number(m[4]) + (m[4]?.length === 2 ? 2000 : 0);
      return this.#order === 'day-first'
        ? this.#build(year, second, first, m, 5)
        : this.#build(year, first, second, m, 5);
    }
    m = DAY_NAMED_MONTH.exec(value);
    if (m && month(m[2]) > 0) return this.#build(Number(m[3]), month(m[2]), Number(m[1]), m, 4);
    m = NAMED_MONTH_DAY.exec(value);
    if (m && month(m[1]) > 0) return this.#build(Number(m[3]), month(m[1]), Number(m[2]), m, 4);
    m = COMPACT.exec(value);
    if (!m) return this.#parseUnusual(value);
    const utc = wall(
      Number(m[1]),
      Number(m[2]),
      Number(m[3]),
      Number(m[4] ?? 0),
      Number(m[5] ?? 0),
      Number(m[6] ?? 0),
      0,
      0,
    );
    return m[7] === undefined ? this.#assume(utc) : utc;
  }

  /** Day numbers of spreadsheets, rare notations, and dates in other languages. */
  #parseUnusual(value: string): number | undefined {
    const days = DAY_NUMBER.exec(value);
    if (days) return this.#assume(spreadsheetDay(days[1] ?? '', days[2] ?? ''));
    if (MOMENT_IN_THOUSANDS.test(value)) {
      const m = UNIX.exec(value.replace(/\D/g, ''));
      return m ? unix(m[1] ?? '', '') : undefined;
    }
    const week = WEEK_DATE.exec(value);
    if (week) return this.#parse(`${dayOfWeekDate(week)}${week[4] === undefined ? '' : ` ${week[4]}`}`);
    const [, local = '', zone = ''] = IN_NAMED_ZONE.exec(value) ?? [];
    const toUtc = zone === '' ? undefined : toUtcOf(zone);
    if (toUtc) return new TimeReader(this.#order, toUtc).#parse(local);
    const parts = readWordedDate(value, this.#order);
    if (parts === undefined) return undefined;
    const { year, month: monthNumber, day, hour, minute, second, ms, offset } = parts;
    const time = wall(year, monthNumber, day, hour, minute, second, ms, offset ?? 0);
    return offset === undefined ? this.#assume(time) : time;
  }

  /** `at` is the index of the first group of `TAIL`: hour, minute, second, fraction, a or p, offset. */
  #build(year: number, monthNumber: number, day: number, m: RegExpExecArray, at: number): number | undefined {
    let hour = Number(m[at] ?? 0);
    const half = m[at + 4];
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return undefined;
      hour = (hour % 12) + (half === 'p' || half === 'P' ? 12 : 0);
    }
    const fraction = m[at + 3];
    const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
    const offset = m[at + 5];
    const time = wall(
      year,
      monthNumber,
      day,
      hour,
      Number(m[at + 1] ?? 0),
      Number(m[at + 2] ?? 0),
      ms,
      offset === undefined ? 0 : offsetOf(offset),
    );
    return offset === undefined ? this.#assume(time) : time;
  }

  #assume(wallClock: number | undefined): number | undefined {
    if (wallClock === undefined) return undefined;
    this.withoutOffset++;
    return this.#toUtc(wallClock);
  }
}

/**
 * Lengths of `2014-02-26 12:04`, `2014-02-26 12:04:00` and `2014-02-26 12:04:00.125`; the last two may end with `Z`.
 */
const TO_MINUTES = 16;
const TO_SECONDS = 19;
const TO_MILLISECONDS = 23;

/** Reusable buffer for the bytes that `readUsual` reads. */
const usual = new Uint8Array(TO_MILLISECONDS + 1);

/** The bytes of a value whose length fits a common format, else undefined. */
function usualBytes(value: string): Uint8Array | undefined {
  if (!isUsualLength(value.length)) return undefined;
  // Characters above 255 become 255, which is not part of a date.
  for (let at = 0; at < value.length; at++) usual[at] = Math.min(0xff, value.charCodeAt(at));
  return usual;
}

function isUsualLength(length: number): boolean {
  return length === TO_SECONDS || length === TO_MILLISECONDS || length === TO_MINUTES || isUsualUtc(length);
}

/** Whether a value of this length in a common format ends with `Z`. */
function isUsualUtc(length: number): boolean {
  return length === TO_SECONDS + 1 || length === TO_MILLISECONDS + 1;
}

/**
 * Reads the formats of most dumps. `YEAR_FIRST` reads them, too, but takes ten times as long. Undefined for other
 * formats and for invalid dates.
 */
function readUsual(bytes: Uint8Array, from: number, to: number): number | undefined {
  const length = to - from;
  if (!isUsualLength(length)) return undefined;
  const parted = bytes[from + 10];
  if (
    bytes[from + 4] !== DASH ||
    bytes[from + 7] !== DASH ||
    (parted !== SPACE && parted !== T) ||
    bytes[from + 13] !== COLON ||
    (isUsualUtc(length) && bytes[to - 1] !== Z)
  )
    return undefined;
  let second = 0;
  let ms = 0;
  if (length !== TO_MINUTES) {
    if (bytes[from + 16] !== COLON) return undefined;
    second = twoDigits(bytes, from + 17);
  }
  if (length >= TO_MILLISECONDS) {
    if (bytes[from + 19] !== DOT) return undefined;
    ms = 10 * twoDigits(bytes, from + 20) + digit(bytes, from + 22);
  }
  const year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
  const time = wall(
    year,
    twoDigits(bytes, from + 5),
    twoDigits(bytes, from + 8),
    twoDigits(bytes, from + 11),
    twoDigits(bytes, from + 14),
    second,
    ms,
    0,
  );
  return Number.isNaN(time) ? undefined : time;
}

const DASH = 0x2d;
const SPACE = 0x20;
const DOT = 0x2e;
const COLON = 0x3a;
const T = 0x54;
const Z = 0x5a;

/** The number of two digits; NaN for other bytes. */
function twoDigits(bytes: Uint8Array, at: number): number {
  return 10 * digit(bytes, at) + digit(bytes, at + 1);
}

/** The value of a digit; NaN for another byte. */
function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] ?? outOfRange()) - 0x30;
  return value < 0 || value > 9 ? Number.NaN : value;
}

/** 1 to 12; 0 where the name is not an English month. */
function month(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Milliseconds east of UTC; NaN for more than 23 hours or 59 minutes. */
function offsetOf(text: string): number {
  const at = text.search(/[+-]/);
  if (at < 0) return 0;
  const sign = text[at];
  const digits = text
    .slice(at + 1)
    .replace(/^(?=\d(?::|$))/, '0')
    .replace(':', '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || 0)];
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (sign === '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

function wall(
  year: number,
  monthNumber: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
  offset: number,
): number | undefined {
  const days = DAYS_IN_MONTH[monthNumber - 1];
  if (days === undefined || day < 1 || day > days || hour > 24 || minute > 59 || second > 59) return undefined;
  // 24:00 is the end of a day.
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  if (monthNumber === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return undefined;
  if (year < 1000 || Number.isNaN(offset)) return undefined;
  return Date.UTC(year, monthNumber - 1, day, hour, minute, second, ms) - offset;
}

/** The day of `2023-W11-2`: weeks begin on Monday, and the first one contains January 4 (ISO 8601). */
function dayOfWeekDate([, year = '', week = '', day = '']: RegExpExecArray): string {
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY;
  return new Date(monday + ((Number(week) - 1) * 7 + Number(day) - 1) * DAY).toISOString().slice(0, 10);
}

/** Whether a value has the form of a spreadsheet's day number. */
export function isSpreadsheetDay(value: string): boolean {
  return DAY_NUMBER.test(value.trim());
}

/** Rounded to seconds: the rest is a rounding error of the fraction. */
function spreadsheetDay(days: string, fraction: string): number {
  const within = fraction === '' ? 0 : Number(`0.${fraction}`) * DAY;
  return FIRST_SPREADSHEET_DAY + Number(days) * DAY + Math.round(within / SECOND) * SECOND;
}

/** Seconds (10 digits), milliseconds (13), microseconds (16) or nanoseconds (19), perhaps with a fraction. */
function unix(digits: string, fraction: string): number {
  const whole = Number(digits);
  if (digits.length === 13) return whole;
  if (digits.length === 16) return Math.floor(whole / 1000);
  if (digits.length === 19) return Math.floor(whole / 1e6);
  return whole * 1000 + (fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0')));
}

/** A Unix time as a floating point number; undefined if it has lost digits, or is none. */
function unixOfFloat([, first = '', rest = '', exact, rounded = '']: RegExpExecArray): number | undefined {
  if (exact === undefined && rest.length + 1 < DIGITS_OF_SECONDS) return undefined;
  const whole = Number(exact ?? rounded);
  const digits = `${first}${rest.padEnd(whole, '0')}`;
  const m = UNIX.exec(`${digits.slice(0, whole + 1)}.${digits.slice(whole + 1)}`.replace(/\.$/, ''));
  return m ? unix(m[1] ?? '', m[2] ?? '') : undefined;
}
