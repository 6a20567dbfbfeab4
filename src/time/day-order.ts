/** Decides whether 10/1/17 is the tenth of January or the first of October. */

import { withPlainDigits } from './plain-digits.js';

export type DayOrder = 'day-first' | 'month-first';

/** Perhaps behind a weekday or a time of day. */
const YEAR_LAST =
  /^\s*(?:\p{L}{1,20}\.?,?\s+)?(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/u;

export interface DayOrderFinding {
  readonly order: DayOrder;
  /**
   * `proven`: a number above 12, or the declared order of the format; `guessed`: no evidence; `none`: no such dates.
   */
  readonly basis: 'proven' | 'guessed' | 'none';
  /** A date as written, for messages; empty where there is none. */
  readonly example: string;
}

/**
 * A number above 12 in the first position proves day first, else one in the second position proves month first. Without
 * proof, `declared` (the known order of the format) is used, else the common order: slashes month first, dashes and
 * dots day first.
 */
export function findDayOrder(values: Iterable<string>, declared?: DayOrder): DayOrderFinding {
  let monthFirst = false;
  let example = '';
  let separator = '';
  for (const value of values) {
    const match = YEAR_LAST.exec(withPlainDigits(value));
    if (!match) continue;
    if (Number(match[1]) > 12) return { order: 'day-first', basis: 'proven', example: value };
    if (Number(match[3]) > 12) monthFirst = true;
    if (example === '') {
      example = value;
      separator = match[2] ?? '';
    }
  }
  if (monthFirst) return { order: 'month-first', basis: 'proven', example };
  const usual: DayOrder = separator === '/' || separator === '' ? 'month-first' : 'day-first';
  return { order: declared ?? usual, basis: example === '' ? 'none' : declared ? 'proven' : 'guessed', example };
}
