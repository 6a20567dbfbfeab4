/** Derives the time of a post from its id. */

import { snowflakeTime } from '../../time/snowflake.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units.js';

/** TikTok ids hold seconds above the lowest 32 bits; Mastodon ids hold milliseconds above the lowest 16 bits. */
function tiktokTime(id: string): number | undefined {
  return /^\d{18,19}$/.test(id) ? Number(BigInt(id) >> 32n) * SECOND : undefined;
}

function mastodonTime(id: string): number | undefined {
  return /^\d{17,18}$/.test(id) ? Number(BigInt(id) >> 16n) : undefined;
}

const ID_CLOCKS: readonly ((id: string) => number | undefined)[] = [snowflakeTime, tiktokTime, mastodonTime];

/** Time zones differ from UTC by multiples of 15 minutes, at most 14 hours. */
const QUARTER = HOUR / 4;
const FARTHEST_ZONE = 14 * HOUR;

/** The time in a snowflake id of X; undefined for any other id. */
export function postIdTime(id: string): number | undefined {
  return snowflakeTime(id);
}

/** How well the times agree with the ids of the posts. */
export interface IdAgreement {
  /** Number of rows with a time and an id that contains a time. */
  readonly known: number;
  /** Share of these in which both agree to the minute, in any time zone. */
  readonly exact: number;
  /** Share of these in which both are less than 1.5 days apart. */
  readonly near: number;
  /** The offset of the times from UTC in milliseconds, positive to the east; undefined if it varies. */
  readonly offset: number | undefined;
}

/** The UTC offset of a time, given the true time from the id; undefined if the two do not match. */
export function offsetFromId(time: number, made: number): number | undefined {
  const apart = time - made;
  const offset = Math.round(apart / QUARTER) * QUARTER;
  return Math.abs(offset) <= FARTHEST_ZONE && Math.abs(apart - offset) <= MINUTE ? offset : undefined;
}

/**
 * If some ids are those of other posts, as in rows of retweets, a few of these agree by chance, in a zone of their own.
 * Times in several zones agree with (nearly) all ids.
 */
const ALL = 0.98;
const NEARLY = 0.95;

/** How well times agree with ids, for the platform whose id format fits best. */
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
    const [first, ...others] = [...offsets].sort(([, a], [, b]) => b - a);
    const isOne = others.length === 0 || (exact < ALL * known && (first?.[1] ?? 0) >= NEARLY * exact);
    return {
      known,
      exact: known === 0 ? 0 : exact / known,
      near: known === 0 ? 0 : near / known,
      offset: isOne ? first?.[0] : undefined,
    };
  });
  return agreements.reduce((best, each) =>
    each.exact > best.exact || (each.exact === best.exact && each.near > best.near) ? each : best,
  );
}
