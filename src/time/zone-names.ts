/**
 * What people call a time zone in a cell or in the name of a column: `NZDT`, `+0530`, `UTC+3`, `Europe/Moscow`, `MEZ`,
 * `-18000`.
 */

import { zoneMinutes } from './calendar-words.js';
import { HOUR, MINUTE, SECOND } from './units.js';
import { zoneToUtc, type ToUtc } from './zone.js';

/** Names of clocks that change twice a year, or that have no short name of their own. */
const CALLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    et: 'America/New_York',
    ct: 'America/Chicago',
    mt: 'America/Denver',
    pt: 'America/Los_Angeles',
    'eastern time': 'America/New_York',
    'pacific time': 'America/Los_Angeles',
    北京时间: 'Asia/Shanghai',
    北京時間: 'Asia/Shanghai',
    台北時間: 'Asia/Taipei',
    日本時間: 'Asia/Tokyo',
    한국시간: 'Asia/Seoul',
    'московское время': 'Europe/Moscow',
  }),
);

const known = new Map<string, ToUtc | undefined>();
/** Names that are kept: columns of zones have few. */
const MOST_KNOWN = 1000;

/** By what a cell calls a zone; undefined where it is none. */
export function toUtcOf(zone: string): ToUtc | undefined {
  if (known.has(zone)) return known.get(zone);
  const name = zone.trim().replace(/\s+(?=[+-]\d)/, '');
  const minutes = zoneMinutes(name);
  const toUtc =
    minutes === undefined
      ? (zoneToUtc(CALLED.get(name.toLowerCase()) ?? name) ?? byNumber(name))
      : (wallClock: number) => wallClock - minutes * MINUTE;
  if (known.size < MOST_KNOWN) known.set(zone, toUtc);
  return toUtc;
}

/** A number without more: of hours up to 14, of minutes up to as many, else of seconds, as Twitter had them. */
function byNumber(name: string): ToUtc | undefined {
  if (!/^[+-]?\d{1,5}(?:\.\d+)?$/.test(name)) return undefined;
  const number = Number(name);
  const unit = Math.abs(number) <= 14 ? HOUR : Math.abs(number) <= 14 * 60 ? MINUTE : SECOND;
  const offset = number * unit;
  return offset % (HOUR / 4) === 0 && Math.abs(offset) <= 14 * HOUR ? (wallClock) => wallClock - offset : undefined;
}

const BRACKETED = /[([{（【]\s*([^)\]}）】]{1,40}?)\s*[)\]}）】]/g;
const WITH_OFFSET = /(?:^|[^A-Za-z])((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?)(?!\d)/i;
const UTC = /(?:^|[^A-Za-z]|[a-z](?=U|G))(?:UTC|GMT|Utc|Gmt)(?![a-z])|(?:^|[^a-z])(?:utc|gmt)(?![a-z])/;
const LAST_WORD = /[\s_.,:-]([A-Za-z]{3,4}|мск)$/i;

/**
 * The zone that the name of a column of times says (`Time (UTC+3)`, `created_at_msk`, `dateUTC`, `时间（北京时间）`); undefined
 * where it says none.
 */
export function zoneInName(name: string): string | undefined {
  for (const [, within = ''] of name.matchAll(BRACKETED)) if (/\D/.test(within) && toUtcOf(within)) return within;
  const offset = WITH_OFFSET.exec(name)?.[1]?.replace(/\s/g, '');
  if (offset !== undefined && toUtcOf(offset)) return offset;
  if (UTC.test(name)) return 'UTC';
  const last = LAST_WORD.exec(name)?.[1] ?? '';
  return zoneMinutes(last) === undefined ? undefined : last;
}
