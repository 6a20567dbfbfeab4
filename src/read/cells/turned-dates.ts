/**
 * Dates that a spreadsheet took for those of another country: `03/09/2023` became 9 March where it meant 3 September, and
 * `13/09/2023`, which has no other meaning, stayed a text.
 */

import { isSpreadsheetDay, TimeReader } from '../../time/parse-time.js';

/** A date as text with a part that can only be a day, and its other part. */
const AS_TEXT = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;
/** A date as spreadsheets write what they took for one. */
const AS_DATE = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T ])/;
/** The file must have so many of each, and this share. */
const ENOUGH = 5;
const LEAST = 0.1;

/** Whether a cell is a date of a spreadsheet, whose day can be a month. */
export function mayBeTurned(cell: string): boolean {
  return turned(cell) !== cell;
}

/** Whether all texts have days after the 12th, and all dates days up to the 12th, with the months of the texts for days. */
export function areTurned(cells: readonly string[]): boolean {
  const months = new Set<number>();
  const days = new Set<number>();
  let [texts, dates] = [0, 0];
  for (const cell of cells) {
    const [, first = '', , second = ''] = AS_TEXT.exec(cell) ?? [];
    if (first !== '') {
      if (Number(first) <= 12 && Number(second) <= 12) return false;
      months.add(Math.min(Number(first), Number(second)));
      texts++;
      continue;
    }
    const [, , , day = ''] = AS_DATE.exec(dateOf(cell)) ?? [];
    if (day === '' || Number(day) > 12) return false;
    days.add(Number(day));
    dates++;
  }
  const least = Math.max(ENOUGH, LEAST * cells.length);
  // The day of a turned date is a month: that of a text, or the next.
  return (
    texts >= least &&
    dates >= least &&
    [...days].every((day) => months.has(day) || months.has(day - 1) || months.has(day + 1))
  );
}

/** The date with day and month in each other's place. */
export function turned(cell: string): string {
  return dateOf(cell).replace(AS_DATE, (whole, year: string, month: string, day: string) =>
    Number(day) <= 12 ? `${year}-${day}-${month}` : whole,
  );
}

/** The number of a day as a date. */
function dateOf(cell: string): string {
  if (!isSpreadsheetDay(cell)) return cell;
  const time = new TimeReader('month-first', (wallClock) => wallClock).read(cell);
  return time === undefined ? cell : new Date(time).toISOString().slice(0, 19);
}
