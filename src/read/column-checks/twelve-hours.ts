import type { DayOrder } from '../../time/day-order.js';
import { TimeReader } from '../../time/parse-time.js';
import { DAY, HOUR } from '../../time/units.js';
import { withClock } from '../clock.js';
import type { ColumnDraft } from './column-draft.js';

/** On fewer days, all posts may be from one half of the day. */
const LEAST_DAYS = 3;
/** Fewer posts do not fill all hours of a clock. */
const LEAST_POSTS = 50;
/** The least share of the mean number of posts that each hour has: nights are quiet, but not if days are added to them. */
const LEAST_SHARE = 0.25;

/**
 * Adds a note if all times are from 1:00 to 12:59 and fill these hours evenly: those of a 12-hour clock whose AM and PM
 * are lost.
 */
export function noteTwelveHours(draft: ColumnDraft, order: DayOrder): void {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  const clocks = draft.column('clock');
  const times = draft.column('time').flatMap((date, row) => reader.read(withClock(date, clocks[row] ?? '')) ?? []);
  if (times.length < LEAST_POSTS || reader.withoutOffset < times.length) return;
  if (new Set(times.map((time) => Math.floor(time / DAY))).size < LEAST_DAYS) return;
  const counts = Array.from({ length: 24 }, () => 0);
  for (const time of times) {
    const hour = Math.floor((time % DAY) / HOUR);
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const least = (LEAST_SHARE * times.length) / 12;
  if (!counts.every((count, hour) => (hour >= 1 && hour <= 12 ? count >= least : count === 0))) return;
  draft.notes.push(
    `All times of ${draft.nameOf(draft.places.clock ? 'clock' : 'time')} are from 1:00 to 12:59, in all of these hours: ` +
      'they may be of a 12-hour clock that has lost AM and PM. Then about half of the posts were 12 hours later than read.',
  );
}
