/** When a post was made, as its id tells it. */

import { snowflakeTime } from '../../time/snowflake.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units.js';

/** TikTok's ids hold seconds above 32 bits; Mastodon's milliseconds above 16. */
function tiktokTime(id: string): number | undefined {
  return /^\d{18,19}$/.test(id) ? Number(BigInt(id) >> 32n) * SECOND : undefined;
}

function mastodonTime(id: string): number | undefined {
  return /^\d{17,18}$/.test(id) ? Number(BigInt(id) >> 16n) : undefined;
}

const ID_CLOCKS: readonly ((id: string) => number | undefined)[] = [snowflakeTime, tiktokTime, mastodonTime];

/** Zones differ from UTC by quarters of an hour, 14 hours at most. */
const QUARTER = HOUR / 4;
const FARTHEST_ZONE = 14 * HOUR;

/** The time in an id of the platform; undefined where it is no such id. */
export function postIdTime(id: string): number | undefined {
  return snowflakeTime(id);
}

/** What times say beside the ids of the posts. */
export interface IdAgreement {
  /** Rows whose id holds a time, and that have one. */
  readonly known: number;
  /** Share of them in which both are the same minute, in whatever zone. */
  readonly exact: number;
  /** Share in which both are at most a day and a half apart. */
  readonly near: number;
  /** Milliseconds east of UTC in which the times are; undefined where they are in several. */
  readonly offset: number | undefined;
}

/** The offset that a time is from what its id tells; undefined where the two do not go together. */
export function offsetFromId(time: number, made: number): number | undefined {
  const apart = time - made;
  const offset = Math.round(apart / QUARTER) * QUARTER;
  return Math.abs(offset) <= FARTHEST_ZONE && Math.abs(apart - offset) <= MINUTE ? offset : undefined;
}

/** How far times go together with ids, by the clock of the platform that fits best. */
export function agreementWithIds(times: readonly (number | undefined)[], ids: readonly string[]): IdAgreement {
  const agreements = ID_CLOCKS.map((clock): IdAgreement => {
    let [known, exact, near] = [0, 0, 0];
    const offsets = new Map<number, number>();
    times.forEach((time, row) => {
      const made = clock(ids[row] ?? '');
      if (time === undefined || made === undefined) return;
      known++;
      if (Math.abs(time - made) < 1.5 * DAY) near++;
      const offset = offsetFromId(time, made);
      if (offset === undefined) return;
      exact++;
      offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    });
    const [first, ...others] = [...offsets.keys()];
    return {
      known,
      exact: known === 0 ? 0 : exact / known,
      near: known === 0 ? 0 : near / known,
      offset: others.length === 0 ? first : undefined,
    };
  });
  return agreements.reduce((best, each) =>
    each.exact > best.exact || (each.exact === best.exact && each.near > best.near) ? each : best,
  );
}
