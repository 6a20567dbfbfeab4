import { DAY } from '../time/units.js';
import type { Random } from './random.js';

/** The epoch of the platform's ids since November 2010, in ms since 1970. */
const SNOWFLAKE_EPOCH = 1288834974657;

/** Account ids are snowflakes from about this time on: February 2016. */
const SNOWFLAKE_ACCOUNTS_FROM = Date.UTC(2016, 1, 5);

/** Account numbers in millions by date, rounded. A simulation needs only that they increase with time. */
const ACCOUNT_NUMBERS: readonly (readonly [time: number, millions: number])[] = [
  [Date.UTC(2006, 6, 15), 0.001],
  [Date.UTC(2007, 6, 21), 7.6],
  [Date.UTC(2008, 3, 26), 14.5],
  [Date.UTC(2009, 0, 31), 19.8],
  [Date.UTC(2009, 5, 20), 48.8],
  [Date.UTC(2010, 2, 27), 126.8],
  [Date.UTC(2011, 0, 1), 232.7],
  [Date.UTC(2011, 9, 8), 386.8],
  [Date.UTC(2012, 6, 14), 634.9],
  [Date.UTC(2012, 11, 1), 981.4],
  [Date.UTC(2013, 3, 20), 1365.6],
  [Date.UTC(2013, 8, 7), 1770.1],
  [Date.UTC(2013, 11, 12), 2241.5],
  [Date.UTC(2014, 1, 6), 2329.1],
  [Date.UTC(2014, 2, 13), 2406.1],
  [Date.UTC(2014, 6, 31), 2694.3],
  [Date.UTC(2014, 11, 25), 2940.6],
  [Date.UTC(2015, 8, 3), 3528.4],
  [Date.UTC(2016, 1, 4), 4857.4],
];

/** Standard deviation of an account number's date, in days: a few hours, like the platform's counters. */
const NUMBER_JITTER_DAYS = 0.2;

/** The platform's id for `time` (ms since 1970); `low` is the value of the 22 low bits. */
export function snowflake(time: number, low: number): string {
  return String((BigInt(Math.max(0, Math.floor(time) - SNOWFLAKE_EPOCH)) << 22n) | BigInt(low));
}

function accountNumber(time: number): number {
  let [fromTime, from] = ACCOUNT_NUMBERS[0] ?? [0, 0];
  for (const [toTime, to] of ACCOUNT_NUMBERS) {
    if (time < toTime)
      return Math.floor((from + ((to - from) * Math.max(0, time - fromTime)) / Math.max(1, toTime - fromTime)) * 1e6);
    [fromTime, from] = [toTime, to];
  }
  return Math.floor(from * 1e6);
}

/** An account id like the platform's for an account created at `created` (ms), not in `taken`, to which it is added. */
export function accountId(created: number, random: Random, taken: Set<string>): string {
  for (;;) {
    const id =
      created >= SNOWFLAKE_ACCOUNTS_FROM
        ? snowflake(created, random.whole(0, 0x3fffff))
        : String(accountNumber(created + random.normal(0, NUMBER_JITTER_DAYS) * DAY) + random.whole(1, 5000));
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}

/** 64 random hexadecimal digits, like the hashed ids in releases. */
export function hashedId(random: Random): string {
  return Array.from({ length: 64 }, () => random.whole(0, 15).toString(16)).join('');
}
