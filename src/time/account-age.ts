/** When an account was created, from its id alone. */

import { HIGH, LOW, MERGED, SINGLE } from './account-age-anchors.js';
import { IdTimeCurve, type CurveAnchor, knotsOf, type Margins, type DateRange } from './account-age-curve.js';
import { snowflakeTime } from './snowflake.js';
import { DAY } from './units.js';

/**
 * Milliseconds since 1970 UTC: the account was created between them. A snowflake tells when its id was given: mostly
 * seconds, at times a quarter of an hour before the date that the platform states.
 */
export interface AccountCreation {
  readonly from: number;
  readonly to: number;
  readonly source: 'snowflake' | 'interpolated';
}

const day = (iso: string): number => Date.parse(iso) / DAY;

/**
 * User ids are snowflakes from February 2016 only (first seen: 695306558268403712); some test ids of 2013 look as if
 * they were, and are smaller.
 */
const FIRST_SNOWFLAKE = 690_000_000_000_000_000n;
/** Past the last anchor (4.896 billion on 2016-02-11) the old counters ran on for some weeks at most. */
const LAST_NUMBER = 5_000_000_000;

/** The platform opened on this day. */
const OPENED = day('2006-03-21T00:00Z');

/**
 * Days by which an interpolated date is off at the most. With one counter half of the accounts kept apart are within
 * 0.13 d of the line and 95% within 0.40 d; with two, within as little only while they lay far apart, and where they
 * cannot be told apart, they lie up to two days from each other.
 */
export const MARGINS: Margins = { single: 0.5, parallel: 1, merged: 2 };

/** Where the counter jumped: from one id to another at one moment. */
const JUMPS = (
  [
    [637_400_000, 700_000_000, '2012-07-17T00:00Z'],
    [1_740_000_000, 1_840_000_000, '2013-09-08T00:00Z'],
    [1_979_600_000, 2_147_600_000, '2013-10-21T00:00Z'],
  ] as const
).flatMap(([from, to, at]): CurveAnchor[] => [from, to].map((id) => ({ id, day: day(at), kind: 'single' })));

/** Anchors whose week holds a jump: the middle of such a week's ids is none of them. */
const ASTRIDE: ReadonlySet<number> = new Set([1_770_070_000, 1_970_960_000, 3_359_160_000]);

/** These were given twice: in July 2012, and again in these weeks. */
const AGAIN = {
  first: 700_000_000,
  last: 722_000_000,
  span: { from: day('2013-09-26T00:00Z'), to: day('2013-10-19T12:00Z') },
};

/** The counter of each branch: both share what went before they parted, and what cannot be told apart. */
export const ID_COUNTERS: readonly IdTimeCurve[] = [LOW, HIGH].map((branch) => {
  const knots = [...knotsOf(SINGLE, 'single'), ...knotsOf(branch, 'parallel'), ...knotsOf(MERGED, 'merged')].filter(
    ({ id }) => !ASTRIDE.has(id),
  );
  return new IdTimeCurve([{ id: 0, day: OPENED, kind: 'single' }, ...knots, ...JUMPS], MARGINS);
});

/** Since times of posts may be told in any zone, an account may seem to post some hours before it was created. */
const ZONES = DAY;

/**
 * The creation date that the platform's own numeric user id tells. Old ids have two candidates at times (two counters
 * ran in parallel from October 2013); one that is later than `notAfter`, the account's first post, is dropped, and the
 * interval reaches over those that are left. Undefined for what was never given as an id, or only after that post.
 * Ask only for ids that are the platform's, and whole: any number tells some date.
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

/** Every stretch of days in which an id of the old counters may have been given. */
function candidates(id: number): DateRange[] {
  if (id > LAST_NUMBER) return [];
  const again = id >= AGAIN.first && id <= AGAIN.last ? [AGAIN.span] : [];
  return [...ID_COUNTERS.map((counter) => counter.spanOf(id)), ...again];
}
