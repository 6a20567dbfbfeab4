/** Finds out whose id stands in rows that also name who reposted a post: the original's, or that of the repost. */

import { foldHandle } from '../../text/fold-handle.js';
import type { DayOrder } from '../../time/day-order.js';
import { TimeReader } from '../../time/parse-time.js';
import { snowflakeTime } from '../../time/snowflake.js';
import { DAY, MINUTE } from '../../time/units.js';
import { readId } from '../ids.js';
import { stripAt } from '../values.js';
import type { ColumnDraft } from './column-draft.js';

/** This many rows, and this share of those that show anything, must have an id of their own. */
const ENOUGH = 3;
const MOST = 0.8;

/**
 * Whether the ids in rows of reposts are those of the reposts themselves. They are if rows with the same original post
 * have different ids, or if the ids contain the time of the repost. If nothing shows it, they count as the
 * original's.
 *
 * @param order the order of day and month in the times
 */
export function haveOwnIds(draft: ColumnDraft, order: DayOrder): boolean {
  const { places, notes } = draft;
  if (!places.id || !(places.reposter ?? places.reposter_handle)) return false;
  const found = [byRepeatedPosts(draft), byTimes(draft, order)].find(({ own, others }) => own + others >= ENOUGH);
  if (!found || found.own < MOST * (found.own + found.others)) return false;
  notes.push(
    `${draft.nameOf('id')} is the id of the repost in rows of reposts, not that of the original post: which post was ` +
      'reposted is told by its author and text.',
  );
  return true;
}

interface Finding {
  /** Rows with an id of their own, and rows with that of the original. */
  readonly own: number;
  readonly others: number;
}

/** Counts the rows of reposts whose original stands in several rows: with the same id in all, or with different ids. */
function byRepeatedPosts(draft: ColumnDraft): Finding {
  const [ids, texts] = [draft.column('id'), draft.column('text')];
  const authors = draft.column(draft.places.handle ? 'handle' : 'account');
  const posts = new Map<string, string[]>();
  ids.forEach((id, row) => {
    if (id === '' || (texts[row] ?? '') === '') return;
    const key = `${authors[row] ?? ''}\n${texts[row] ?? ''}`;
    posts.set(key, [...(posts.get(key) ?? []), id]);
  });
  let [own, others] = [0, 0];
  for (const all of posts.values()) {
    if (all.length < 2) continue;
    if (new Set(all).size === all.length) own += all.length;
    else others += all.length;
  }
  return { own, others };
}

/** Counts the rows of reposts whose id contains the time of the repost, or that of the original post. */
function byTimes(draft: ColumnDraft, order: DayOrder): Finding {
  const reader = new TimeReader(order, (wallClock) => wallClock);
  const [ids, times, reposted] = [draft.column('id'), draft.column('time'), draft.column('repost_time')];
  const sharers = [draft.column('reposter'), draft.column('reposter_handle').map((cell) => foldHandle(stripAt(cell)))];
  let [own, others] = [0, 0];
  ids.forEach((cell, row) => {
    const made = snowflakeTime(readId(cell));
    const [time, repost] = [reader.read(times[row] ?? ''), reader.read(reposted[row] ?? '')];
    if (made === undefined || time === undefined || repost === undefined) return;
    if (!sharers.some((all) => (all[row] ?? '') !== '') || repost - time < MINUTE) return;
    const apart = [Math.abs(repost - made), Math.abs(time - made)] as const;
    // In any time zone: the nearer of the two, if it is near at all.
    if (Math.min(...apart) > DAY) return;
    if (apart[0] < apart[1]) own++;
    else others++;
  });
  return { own, others };
}
