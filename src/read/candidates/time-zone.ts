/** In which zone times are that name none: as the ids of the posts tell it exactly, or a column beside. */

import type { DayOrder } from '../../time/day-order.js';
import { TimeReader } from '../../time/parse-time.js';
import { HOUR, MINUTE } from '../../time/units.js';
import { toUtcOf, zoneInName } from '../../time/zone-names.js';
import { withClock } from '../clock.js';
import type { ColumnMapping } from '../column-mapping.js';
import type { FieldIndices } from '../fields.js';
import { nonEmpty } from '../values.js';
import { agreementWithIds } from './post-id-time.js';
import { postIds } from './row-identities.js';

export type ZoneFinding =
  | { readonly by: 'nothing' }
  /** All in this zone: by the ids of the posts. `stated` tells that the times themselves name another. */
  | { readonly by: 'ids'; readonly zone: string; readonly stated: boolean }
  /** Each by its post's own id, as they are in several. */
  | { readonly by: 'each-id' }
  /** All in the zone that the name of their column says. */
  | { readonly by: 'name'; readonly zone: string }
  /** Each by the cell that names it. */
  | { readonly by: 'column'; readonly at: number; readonly zone: string };

/** Ids that must agree before they are believed. */
const ENOUGH = 3;

/**
 * The zone of a table's times, as its ids of posts or its columns show it; `nothing` if `assumeTz` is given, or the
 * times need none.
 */
export function findZone(
  rows: readonly (readonly string[])[],
  places: FieldIndices,
  order: DayOrder,
  { format, header }: ColumnMapping,
  assumeTz: string | undefined,
): ZoneFinding {
  const at = places.time?.[0];
  if (at === undefined || assumeTz !== undefined) return { by: 'nothing' };
  const reader = new TimeReader(order, (wallClock) => wallClock);
  const clock = places.clock?.[0] ?? -1;
  const times = rows.map((cells) => {
    const [date, hour] = [nonEmpty(cells[at] ?? ''), nonEmpty(cells[clock] ?? '')];
    return reader.read(withClock(date, hour));
  });
  const stated = reader.withoutOffset === 0;
  const ids = agreementWithIds(times, postIds(rows, places));
  if (ids.known >= ENOUGH && ids.exact >= 0.8) {
    if (ids.offset === 0) return { by: 'nothing' };
    if (ids.offset !== undefined) return { by: 'ids', zone: zoneName(ids.offset), stated };
    return stated ? { by: 'nothing' } : { by: 'each-id' };
  }
  if (stated || format.timesInUtc === true) return { by: 'nothing' };
  const inName = zoneInName(header[at] ?? '') ?? zoneInName(header[clock] ?? '');
  if (inName !== undefined) return { by: 'name', zone: inName };
  const column = places.zone?.[0] ?? -1;
  const zones = new Set(rows.map((cells) => nonEmpty(cells[column] ?? '')).filter((zone) => zone !== ''));
  // Where the accounts stand with their numbers, several zones are theirs and not those of the times.
  if (zones.size > 1 && header.some((name) => /followers|friends_?count|statuses_?count/i.test(name)))
    return { by: 'nothing' };
  if (column < 0 || zones.size === 0 || [...zones].some((zone) => toUtcOf(zone) === undefined))
    return { by: 'nothing' };
  return { by: 'column', at: column, zone: [...zones].slice(0, 3).join(', ') };
}

/** `+13:00`. */
function zoneName(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % (HOUR / MINUTE)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}
