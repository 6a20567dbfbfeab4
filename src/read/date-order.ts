/** Finds the order of day and month in dates, from all that a file shows. */

import { findDayOrder, type DayOrder, type DayOrderFinding } from '../time/day-order.js';
import { TimeReader } from '../time/parse-time.js';
import { snowflakeTime } from '../time/snowflake.js';
import { DAY, HOUR } from '../time/units.js';

/** One span must be this many times shorter than the other to decide the order. */
const MUCH_SHORTER = 5;

export interface DateOrderFinding extends DayOrderFinding {
  /** The days that the times span in this order and in the other one, if this decided the order; else undefined. */
  readonly spans: readonly [number, number] | undefined;
}

/**
 * Like `findDayOrder`, unless the user gives the order (`given`). If the dates prove nothing, the ids of the posts
 * may, because they contain their time. Otherwise the time span decides: in the wrong order, posts of one week are
 * scattered over all months.
 */
export function dayOrderOf(
  times: readonly string[],
  { declared, given }: { readonly declared?: DayOrder | undefined; readonly given?: DayOrder | undefined },
  ids: readonly string[],
): DateOrderFinding {
  const finding = findDayOrder(times, declared);
  if (given !== undefined) return { ...finding, order: given, basis: 'proven', spans: undefined };
  if (finding.basis !== 'guessed') return { ...finding, spans: undefined };
  const readBy = (order: DayOrder): (number | undefined)[] => {
    const reader = new TimeReader(order, (wallClock) => wallClock);
    return times.map((value) => reader.read(value));
  };
  const [dayFirst, monthFirst] = [readBy('day-first'), readBy('month-first')];
  const agree = (read: readonly (number | undefined)[]): number =>
    read.filter((time, row) => {
      const made = snowflakeTime(ids[row] ?? '');
      return made !== undefined && time !== undefined && Math.abs(made - time) < 36 * HOUR;
    }).length;
  const [day, month] = [agree(dayFirst), agree(monthFirst)];
  if (day !== month)
    return { ...finding, order: day > month ? 'day-first' : 'month-first', basis: 'proven', spans: undefined };
  const [daySpan, monthSpan] = [daysOf(dayFirst), daysOf(monthFirst)];
  const order = daySpan <= monthSpan ? 'day-first' : 'month-first';
  const [shorter, longer] = order === 'day-first' ? [daySpan, monthSpan] : [monthSpan, daySpan];
  return longer >= MUCH_SHORTER * shorter && longer > 7
    ? { ...finding, order, spans: [shorter, longer] }
    : { ...finding, spans: undefined };
}

function daysOf(times: readonly (number | undefined)[]): number {
  let [first, last] = [Infinity, -Infinity];
  for (const time of times) {
    if (time === undefined) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return last < first ? 0 : Math.floor(last / DAY) - Math.floor(first / DAY) + 1;
}
