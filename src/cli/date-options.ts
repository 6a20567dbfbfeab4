import { InvalidArgumentError } from 'commander';
import { TrendAuditError } from '../errors.js';
import { zoneToUtc } from '../time/zone.js';

const DAY = 86_400_000;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The zone of a moment that names none, from `--assume-tz`. */
export function parseZone(zone: string): string {
  if (zoneToUtc(zone) === undefined)
    throw new InvalidArgumentError('It is no time zone: give UTC, +03:00 or a name such as Europe/Moscow.');
  return zone;
}

/** Milliseconds UTC of a date or date-time; a bare date is its first moment. */
export function parseSince(text: string, zone: string): number {
  return moment('--since', text, zone, 0);
}

/** Milliseconds UTC before which posts are kept: a bare date keeps that whole day, a date-time keeps what comes before it. */
export function parseUntil(text: string, zone: string): number {
  return moment('--until', text, zone, DAY);
}

function moment(flag: string, text: string, zone: string, afterBareDate: number): number {
  const [, date = '', clock, offset] = MOMENT.exec(text.trim()) ?? [];
  const wallClock = Date.parse(`${date}T${clock ?? '00:00'}Z`);
  const toUtc = zoneToUtc(offset ?? zone);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(wallClock) || !toUtc || !new Date(wallClock).toISOString().startsWith(date)) {
    throw new TrendAuditError('usage', `${flag} '${text}' is no date`, {
      hint: 'give it as 2014-03-05 or 2014-03-05T12:00 (UTC, or see --assume-tz)',
    });
  }
  return toUtc(clock === undefined ? wallClock + afterBareDate : wallClock);
}
