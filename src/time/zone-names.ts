/** Names of time zones in cells or column names: `NZDT`, `+0530`, `UTC+3`, `Europe/Moscow`, `MEZ`, `-18000`. */

import { zoneMinutes } from './calendar-words.js';
import { HOUR, MINUTE, SECOND } from './units.js';
import { zoneToUtc, type ToUtc } from './zone.js';

/** Names of zones with daylight saving time, or without a short name. */
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
/** Maximum number of cached names; columns of zones have few. */
const MOST_KNOWN = 1000;

/** The conversion for a zone name in a cell; undefined for any other text. */
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

/** An offset that is only a number: hours up to 14, minutes up to 14 × 60, else seconds, as in Twitter's data. */
function byNumber(name: string): ToUtc | undefined {
  if (!/^[+-]?\d{1,5}(?:\.\d+)?$/.test(name)) return undefined;
  const number = Number(name);
  const unit = Math.abs(number) <= 14 ? HOUR : Math.abs(number) <= 14 * 60 ? MINUTE : SECOND;
  const offset = number * unit;
  return offset % (HOUR / 4) === 0 && Math.abs(offset) <= 14 * HOUR ? (wallClock) => wallClock - offset : undefined;
}

let cities: ReadonlyMap<string, string> | undefined;

/** The zone that is called by a city: `Moscow`, `New York`; undefined if none is. */
function zoneOfCity(name: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  return cities.get(name.toLowerCase());
}

const BRACKETED = /[([{（【]\s*([^)\]}）】]{1,40}?)\s*[)\]}）】]/g;
const WITH_OFFSET = /(?:^|[^A-Za-z])((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?)(?!\d)/i;
const UTC = /(?:^|[^A-Za-z]|[a-z](?=U|G))(?:UTC|GMT|Utc|Gmt)(?![a-z])|(?:^|[^a-z])(?:utc|gmt)(?![a-z])/;
const LAST_WORD = /[\s_.,:-]([A-Za-z]{3,4}|мск)$/i;

/**
 * The zone in the name of a column of times (`Time (UTC+3)`, `created_at_msk`, `dateUTC`, `时间（北京时间）`); undefined where
 * there is none.
 */
export function zoneInName(name: string): string | undefined {
  for (const [, within = ''] of name.matchAll(BRACKETED)) {
    if (/\D/.test(within) && toUtcOf(within)) return within;
    const zone = zoneOfCity(within.replace(/\s+(?:local )?time$/i, ''));
    if (zone !== undefined) return zone;
  }
  const offset = WITH_OFFSET.exec(name)?.[1]?.replace(/\s/g, '');
  if (offset !== undefined && toUtcOf(offset)) return offset;
  if (UTC.test(name)) return 'UTC';
  const last = LAST_WORD.exec(name)?.[1] ?? '';
  return zoneMinutes(last) === undefined ? undefined : last;
}
