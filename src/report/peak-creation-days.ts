import type { AccountResult } from '../documents/result.js';
import { densestWindow } from '../stats/densest-window.js';
import { DAY } from '../time/units.js';

const SPAN_DAYS = 4;

/** The few days on which most of some accounts were created. */
export interface PeakCreationDays {
  readonly from: Date;
  readonly to: Date;
  /** How many of these accounts were created then, and how many of them have a date at all. */
  readonly created: number;
  readonly dated: number;
  /** The same for the accounts that they are compared with. */
  readonly othersCreated: number;
  readonly othersDated: number;
}

/**
 * The four days in a row (or fewer, if the outer ones are empty) on which most of `accounts` were created; undefined
 * without dates.
 */
export function peakCreationDays(
  accounts: readonly AccountResult[],
  others: readonly AccountResult[],
): PeakCreationDays | undefined {
  const days = creationDays(accounts);
  const { start, size } = densestWindow(days, SPAN_DAYS);
  return span(days, start, size, others);
}

/** The shortest span of days in which half of `accounts` were created; undefined if fewer than three have a date. */
export function halfCreationSpan(
  accounts: readonly AccountResult[],
  others: readonly AccountResult[],
): PeakCreationDays | undefined {
  const days = creationDays(accounts);
  const size = Math.ceil(days.length / 2);
  if (days.length < 3) return undefined;
  const length = (start: number): number => (days[start + size - 1] ?? Infinity) - (days[start] ?? 0);
  let start = 0;
  for (let next = 1; next + size <= days.length; next++) if (length(next) < length(start)) start = next;
  return span(days, start, size, others);
}

function span(
  days: readonly number[],
  start: number,
  size: number,
  others: readonly AccountResult[],
): PeakCreationDays | undefined {
  const from = days[start];
  const to = days[start + size - 1];
  if (from === undefined || to === undefined) return undefined;
  const otherDays = creationDays(others);
  return {
    from: new Date(from * DAY),
    to: new Date(to * DAY),
    created: days.filter((day) => day >= from && day <= to).length,
    dated: days.length,
    othersCreated: otherDays.filter((day) => day >= from && day <= to).length,
    othersDated: otherDays.length,
  };
}

/** Days since 1970 UTC, ascending, of the accounts whose date is known to the day. */
function creationDays(accounts: readonly AccountResult[]): number[] {
  const days: number[] = [];
  for (const { createdAtFrom, createdAtTo } of accounts) {
    if (createdAtFrom === null || createdAtTo === null) continue;
    const [from, to] = [Date.parse(createdAtFrom), Date.parse(createdAtTo)];
    if (to - from <= DAY) days.push(Math.floor((from + to) / 2 / DAY));
  }
  return days.sort((a, b) => a - b);
}

/** The densest days, if they are worth a sentence: at least three accounts, and a fifth of those that have a date. */
export function notableCreationDays(
  accounts: readonly AccountResult[],
  others: readonly AccountResult[],
): PeakCreationDays | undefined {
  const days = peakCreationDays(accounts, others);
  return days && days.created >= 3 && days.created >= 0.2 * days.dated ? days : undefined;
}
