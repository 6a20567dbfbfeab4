/** Estimates when an account was created, from its id alone. */

import { HIGH, LOW, MERGED, SINGLE } from './account-age-anchors.js';
import { IdTimeCurve, type CurveAnchor, knotsOf, type Margins, type DateRange } from './account-age-curve.js';
import { snowflakeTime } from './snowflake.js';
import { DAY } from './units.js';

/**
 * Milliseconds since 1970 UTC between which the account was created. A snowflake contains the time when the id was
 * assigned: usually seconds, sometimes a quarter of an hour before the platform's creation date.
 */
export interface AccountCreation {
  readonly from: number;
  readonly to: number;
  readonly source: 'snowflake' | 'interpolated';
}

const day = (iso: string): number => Date.parse(iso) / DAY;

/**
 * User ids are snowflakes from February 2016 on (first seen: 695306558268403712); some test ids of 2013 look like
 * snowflakes, and are smaller.
 */
const FIRST_SNOWFLAKE = 690_000_000_000_000_000n;
/** The old counters continued for at most a few weeks after the last anchor (4.896 billion on 2016-02-11). */
const LAST_NUMBER = 5_000_000_000;

/** Day on which the platform opened. */
const OPENED = day('2006-03-21T00:00Z');

/**
 * Margins in days. With one counter, half of the accounts held out are within 0.13 d of the line, and 95% within 0.40
 * d. With two counters the error is as small only while they were far apart; where they cannot be separated, they
 * differ by up to two days.
 */
export const MARGINS: Margins = { single: 0.5, parallel: 1, merged: 2 };

/** Jumps of the counter from one id to another. */
const JUMPS = (
  [
    [637_400_000, 700_000_000, '2012-07-17T00:00Z'],
    [1_740_000_000, 1_840_000_000, '2013-09-08T00:00Z'],
    [1_979_600_000, 2_147_600_000, '2013-10-21T00:00Z'],
  ] as const
).flatMap(([from, to, at]): CurveAnchor[] => [from, to].map((id) => ({ id, day: day(at), kind: 'single' })));

/** Anchors whose week contains a jump: the midpoint of that week's ids was never assigned. */
const ASTRIDE: ReadonlySet<number> = new Set([1_770_070_000, 1_970_960_000, 3_359_160_000]);

/** These ids were assigned twice: in July 2012, and again in the weeks of `span`. */
const AGAIN = {
  first: 700_000_000,
  last: 722_000_000,
  span: { from: day('2013-09-26T00:00Z'), to: day('2013-10-19T12:00Z') },
};

/**
 * The counter of each branch. Both include the single counter before the split, and the anchors that cannot be
 * separated.
 */
export const ID_COUNTERS: readonly IdTimeCurve[] = [LOW, HIGH].map((branch) => {
  const knots = [...knotsOf(SINGLE, 'single'), ...knotsOf(branch, 'parallel'), ...knotsOf(MERGED, 'merged')].filter(
    ({ id }) => !ASTRIDE.has(id),
  );
  return new IdTimeCurve([{ id: 0, day: OPENED, kind: 'single' }, ...knots, ...JUMPS], MARGINS);
});

/** Tolerance for unknown time zones of posts, which can make an account seem to post hours before its creation. */
const ZONES = DAY;

/**
 * The creation date, estimated from the platform's numeric user id. An old id can have two candidates (two counters ran
 * in parallel from October 2013). Candidates later than `notAfter`, the account's first post (ms), are dropped; the
 * interval covers the others. Use only for complete ids of the platform: any number gives some date.
 * @returns undefined for an id that was never assigned, or only after that post
 */
export function accountCreation(id: string, notAfter: number): AccountCreation | undefined {
  if (!/^[1-9]\d{0,18}$/.test(id)) return undefined;
  if (BigInt(id) >= FIRST_SNOWFLAKE) {
    const time = snowflakeTime(id);
    return time === undefined || time > notAfter + ZONES ? undefined : { from: time, to: time, source: 'snowflake' };
  }
  const spans = candidates(Number(id)).filter(({ from }) => from * DAY <= notAfter + ZONES);
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: Math.round(from * DAY), to: Math.round(to * DAY), source: 'interpolated' };
}

/** All ranges of days in which an id of the old counters may have been assigned. */
function candidates(id: number): DateRange[] {
  if (id > LAST_NUMBER) return [];
  const again = id >= AGAIN.first && id <= AGAIN.last ? [AGAIN.span] : [];
  return [...ID_COUNTERS.map((counter) => counter.spanOf(id)), ...again];
}
