/** Finds out whether rows of reposts give the time of the original post, and none of their own. */

import { type ColumnDraft, valuesAt } from './column-draft.js';

/** This many rows, and this share of them, must have the time of the original. */
const ENOUGH = 3;
const MOST = 0.8;

/**
 * Whether reposts have the times of the original posts. All accounts that reposted a post would seem to have acted in
 * the same second, so these rows cannot be used.
 */
export function haveOriginalTimes(draft: ColumnDraft): boolean {
  const { places, rows, notes } = draft;
  if (!(places.reposter ?? places.reposter_handle) || places.repost_time) return false;
  const [texts, authors, times] = [draft.column('text'), draft.column('handle'), draft.column('time')];
  const sharers = [draft.column('reposter'), draft.column('reposter_handle')];
  const clocks = valuesAt(rows, places.clock?.[0]);
  // Ids are no help: they may be those of the reposts.
  const timesOf = new Map<string, string[]>();
  const keys = rows.map((_, row) => `${authors[row] ?? ''}\n${texts[row] ?? ''}`);
  keys.forEach((key, row) => {
    timesOf.set(key, [...(timesOf.get(key) ?? []), `${times[row] ?? ''} ${clocks[row] ?? ''}`]);
  });
  let [same, other] = [0, 0];
  keys.forEach((key, row) => {
    const sharer = sharers.map((cells) => cells[row] ?? '').find((cell) => cell !== '');
    const all = timesOf.get(key) ?? [];
    if (sharer === undefined || sharer === authors[row] || all.length < 2) return;
    if (new Set(all).size === 1) same++;
    else other++;
  });
  if (same < ENOUGH || same < MOST * (same + other)) return false;
  notes.push(
    `${draft.nameOf('time')} is the time of the original post in rows of reposts, too: when they were reposted is not ` +
      'told, and they are left out. --map repost_time=COLUMN names a column that tells it.',
  );
  return true;
}
