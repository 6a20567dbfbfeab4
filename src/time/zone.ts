/**
 * Converts wall-clock times to UTC, for fixed offsets and IANA zones, with the zone data in Node (never the machine's
 * own zone). @date-fns/tz gives the same offsets (see the tests), but it accepts `Foo+03:00` as a zone, its results
 * depend on the machine's zone for an hour that occurs twice, and every command loads this file at start.
 */

import { DAY, HOUR, MINUTE } from './units.js';

const FIXED_OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** Converts a wall-clock time, given in milliseconds as if it were UTC, into UTC. */
export type ToUtc = (wallClock: number) => number;

/**
 * The conversion for `UTC`, `Z`, `+03:00`, `-0530` or an IANA name such as `Europe/Moscow`; undefined for an unknown
 * zone.
 */
export function zoneToUtc(zone: string): ToUtc | undefined {
  if (/^(?:utc|gmt|z)$/i.test(zone)) return (wallClock) => wallClock;
  const fixed = FIXED_OFFSET.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    if (minutes > 14 * 60 || Number(fixed[3] ?? 0) > 59) return undefined;
    const offset = (fixed[1] === '-' ? -minutes : minutes) * MINUTE;
    return (wallClock) => wallClock - offset;
  }
  const offsetAt = ianaOffsets(zone);
  return offsetAt && ((wallClock) => resolve(wallClock, offsetAt));
}

/**
 * For an hour that occurs twice, the first is used. An hour that is skipped is read with the offset before the change,
 * as in java.time and Temporal.
 */
function resolve(wallClock: number, offsetAt: (utc: number) => number): number {
  const before = offsetAt(wallClock - DAY);
  const first = wallClock - before;
  if (offsetAt(first) === before) return first;
  const after = offsetAt(wallClock + DAY);
  const second = wallClock - after;
  return offsetAt(second) === after ? second : first;
}

/** The offset of a zone in milliseconds at a UTC time. Cached for 15 minutes: offsets change only on quarter hours. */
function ianaOffsets(zone: string): ((utc: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  const known = new Map<number, number>();
  return (utc) => {
    const quarter = Math.floor(utc / (HOUR / 4));
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    if (known.size > 50_000) known.clear();
    const start = quarter * (HOUR / 4);
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(start)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
    known.set(quarter, offset);
    return offset;
  };
}
