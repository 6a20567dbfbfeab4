/** Finds the time zone of times without an offset: exactly from the ids of the posts, or from another column. */

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
  /** All times are in this zone, according to the post ids. `stated`: the times themselves state a different offset. */
  | { readonly by: 'ids'; readonly zone: string; readonly stated: boolean }
  /** Each time is shifted by its own post id, because there are several zones. */
  | { readonly by: 'each-id' }
  /** All times are in the zone that is part of their column's name. */
  | { readonly by: 'name'; readonly zone: string }
  /** All times are in the zone that a line above the header gives. */
  | { readonly by: 'title'; readonly zone: string }
  /** The zone of each time is given by a cell of the row. */
  | { readonly by: 'column'; readonly at: number; readonly zone: string };

/** The minimum number of rows with ids that contain a time. */
const ENOUGH = 3;

/**
 * Finds the time zone of a table's times from post ids or columns; `nothing` if `assumeTz` is given or the times need
 * none.
 */
export function findZone(
  rows: readonly (readonly string[])[],
  places: FieldIndices,
  order: DayOrder,
  { format, header }: ColumnMapping,
  { assumeTz, titleZone }: { readonly assumeTz?: string | undefined; readonly titleZone?: string | undefined },
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
  if (titleZone !== undefined) return { by: 'title', zone: titleZone };
  const column = places.zone?.[0] ?? -1;
  const zones = new Set(rows.map((cells) => nonEmpty(cells[column] ?? '')).filter((zone) => zone !== ''));
  // If the table has follower counts of the accounts, several zones are those of the accounts, not of the times.
  if (zones.size > 1 && header.some((name) => /followers|friends_?count|statuses_?count/i.test(name)))
    return { by: 'nothing' };
  if (column < 0 || zones.size === 0 || [...zones].some((zone) => toUtcOf(zone) === undefined))
    return { by: 'nothing' };
  return { by: 'column', at: column, zone: [...zones].slice(0, 3).join(', ') };
}

/** For example `+13:00`. */
function zoneName(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % (HOUR / MINUTE)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}
