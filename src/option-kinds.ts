/** Kinds of option values: how each is parsed, and which values a program may give. */

import type { ColumnMap, DateOrder, OptionKindName } from './documents/options.js';
import { DAY } from './time/units.js';
import { zoneToUtc } from './time/zone.js';

/** Thrown if the typed text is not a value of this kind. The message is a sentence that says what to give. */
export class InvalidValueError extends Error {
  override readonly name = 'InvalidValueError';
}

/** Context of a typed value. */
export interface Typing {
  /** Previous value of a repeatable flag. */
  readonly before?: unknown;
  /** Time zone of times without one; UTC by default. */
  readonly zone?: string | undefined;
}

export interface OptionKind<Value> {
  /** Parses a text. Throws InvalidValueError. Absent for options that have no flag, and for flags without a value. */
  readonly parse?: (text: string, typing?: Typing) => Value;
  /** Whether a value given by a program is of this kind. */
  readonly holds: (value: unknown) => boolean;
  /** Description of allowed values: `a whole number, 0 or more`. */
  readonly expected: string;
  /** Set if the value of a text depends on the time zone. */
  readonly inZone?: true;
}

const text = {
  parse: (typed: string): string => nonEmpty(typed, 'Give a name.'),
  holds: isNonEmptyString,
  expected: 'a text',
};

const count = { parse: parseCount, holds: isCount, expected: 'a whole number, 0 or more' };

const share = {
  parse: parseShare,
  holds: (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1,
  expected: 'a share from 0 to 1',
};

const bytes = {
  parse: parseBytes,
  holds: (value: unknown): boolean => isCount(value) && value !== 0,
  expected: 'a whole number of bytes, 1 or more',
};

const hashtag = {
  parse: parseHashtag,
  holds: (value: unknown): boolean => typeof value === 'string' && /^[#＃]?[^\s#＃]+$/u.test(value.trim()),
  expected: 'a hashtag without spaces',
};

const zone = {
  parse: (typed: string): string => {
    if (zoneToUtc(typed) !== undefined) return typed;
    throw new InvalidValueError('This is not a time zone: give UTC, +03:00 or a name such as Europe/Moscow.');
  },
  // Whether the zone exists is checked where it is used.
  holds: isNonEmptyString,
  expected: 'the name of a zone',
};

/** Start of the time span, included: a date without a time means midnight. */
const since = {
  parse: (typed: string, { zone: assumed }: Typing = {}) => parseMoment(typed, assumed, 0),
  holds: Number.isFinite,
  expected: 'a number of milliseconds since 1970',
  inZone: true,
} as const;

/** End of the time span, not included: a date without a time includes that whole day. */
const until = {
  ...since,
  parse: (typed: string, { zone: assumed }: Typing = {}) => parseMoment(typed, assumed, DAY),
};

const files = {
  parse: (typed: string, { before }: Typing = {}) => [...(isTexts(before) ? before : []), parseFile(typed)],
  holds: isTexts,
  expected: 'a list of paths',
};

const columns = {
  parse: (typed: string, { before }: Typing = {}) => parseMapping(typed, isColumns(before) ? before : {}),
  holds: isColumns,
  expected: 'an object of columns by field (of object, a list of them)',
};

const dateOrder = {
  parse: (typed: string): DateOrder => {
    if (isDateOrder(typed)) return typed;
    throw new InvalidValueError('Give day-first or month-first.');
  },
  holds: isDateOrder,
  expected: 'day-first or month-first',
};

/** A flag without a value: typing it means true. */
const flag = { holds: (value: unknown): boolean => typeof value === 'boolean', expected: 'true or false' };

const directory = { holds: isNonEmptyString, expected: 'the name of a directory' };

const stream = {
  holds: (value: unknown): boolean => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  expected: 'a stream of bytes',
};

const signal = {
  holds: (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value,
  expected: 'an AbortSignal',
};

const callback = { holds: (value: unknown): boolean => typeof value === 'function', expected: 'a function' };

const access = {
  holds: (value: unknown): boolean => typeof value === 'object' && value !== null,
  expected: 'an object with user and password',
};

export const OPTION_KINDS = {
  access,
  bytes,
  callback,
  columns,
  count,
  dateOrder,
  directory,
  files,
  flag,
  hashtag,
  share,
  signal,
  since,
  stream,
  text,
  until,
  zone,
} satisfies Record<OptionKindName, OptionKind<unknown>>;

/** `10%` or `0.1`, as a share from 0 to 1. Throws InvalidValueError. */
function parseShare(typed: string): number {
  const [, digits, sign] = /^(\d+(?:\.\d+)?|\.\d+)\s?(%?)$/.exec(typed.trim()) ?? [];
  const value = Number(digits) / (sign === '%' ? 100 : 1);
  if (digits === undefined || value > 1) throw new InvalidValueError('Give a share such as 10% or 0.1.');
  return value;
}

/** A whole number, 0 or more. Throws InvalidValueError. */
export function parseCount(typed: string): number {
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new InvalidValueError('Give a whole number, 0 or more.');
  return value;
}

/**
 * `#tag` or `tag`; which characters a hashtag may contain is checked where posts are read. Throws InvalidValueError.
 */
function parseHashtag(typed: string): string {
  const tag = typed.trim();
  if (/^[#＃]?$/u.test(tag))
    throw new InvalidValueError("Give a hashtag such as '#tag' (in quotes, for a shell takes # for a comment).");
  if (/\s/u.test(tag)) throw new InvalidValueError('A hashtag has no spaces.');
  return tag;
}

/** The name of a file; `-` is not allowed. Throws InvalidValueError. */
function parseFile(typed: string): string {
  return nonEmpty(typed === '-' ? '' : typed, 'Give the name of a file.');
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** `500M`, `20G`, `1.5 GiB` or a number of bytes, in bytes; units are powers of 1024. Throws InvalidValueError. */
function parseBytes(typed: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s?([kmgt]?)(?:i?b)?$/i.exec(typed.trim()) ?? [];
  const value = Math.floor(Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidValueError('Give a number of bytes such as 500M or 20G.');
  return value;
}

function isDateOrder(value: unknown): value is DateOrder {
  return value === 'day-first' || value === 'month-first';
}

/** The only field that can be given several times: each of its columns contains separate objects. */
const REPEATABLE = 'object';

/** Adds one `field=column` to those given before. Throws InvalidValueError. */
function parseMapping(typed: string, before: ColumnMap): ColumnMap {
  const at = typed.indexOf('=');
  const [field, column] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
  // Nothing after `=` means that no column has the field.
  if (at < 1 || field === '')
    throw new InvalidValueError('Give a field and the column that holds it, such as time=created_at.');
  if (!Object.hasOwn(before, field)) return { ...before, [field]: column };
  const known = [before[field] ?? []].flat();
  if (field !== REPEATABLE || column === '' || known.includes(''))
    throw new InvalidValueError(`The field ${field} is given twice.`);
  if (known.includes(column)) throw new InvalidValueError(`${field}=${column} is given twice.`);
  return { ...before, [field]: [...known, column] };
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Milliseconds since 1970 UTC of a date or date-time; `afterBareDate` (ms) is added to a date without a time. */
function parseMoment(typed: string, assumed = 'UTC', afterBareDate: number): number {
  const [, date = '', clock, offset] = MOMENT.exec(typed.trim()) ?? [];
  const wallClock = Date.parse(`${date}T${clock ?? '00:00'}Z`);
  const toUtc = zoneToUtc(offset ?? assumed);
  // Date.parse reads 30 February as 2 March. Does not use date-fns: every command loads this file, even for
  // `--version`.
  if (Number.isNaN(wallClock) || !toUtc || !new Date(wallClock).toISOString().startsWith(date)) {
    throw new InvalidValueError('Give a date such as 2014-03-05 or 2014-03-05T12:00 (UTC, or see --assume-tz).');
  }
  return toUtc(clock === undefined ? wallClock + afterBareDate : wallClock);
}

function nonEmpty(typed: string, what: string): string {
  if (typed.trim() === '') throw new InvalidValueError(what);
  return typed;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isNonEmptyString);
}

function isColumns(value: unknown): value is ColumnMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([field, each]) => typeof each === 'string' || (field === REPEATABLE && isTexts(each) && each.length > 0),
    )
  );
}

function isNonEmptyString(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
