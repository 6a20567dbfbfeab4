/** Finds out whether rows of reposts give the time of the original post, and none of their own. */

import { preview } from '../row-counts.js';
import { isTrue, referenceKinds } from '../values.js';
import { type ColumnDraft, valuesAt } from './column-draft.js';

/** This many rows, and this share of them, must have the time of the original. */
const ENOUGH = 3;
const MOST = 0.8;

/** What the pages of platforms write above a repost: `Ann Lee retweeted`, `🔁 Ann reposted`, `Reposted by Ann`. */
const MARK =
  /^(?:\P{L}*\p{L}.* (?:retweeted|reposted|reblogged|boosted|retuiteó|retwitteó|retweeteó|reposteó|compartió|retweetou|retuitou|repostou|a retweeté|a reposté|a partagé|hat (?:retweetet|repostet|geteilt)|ha ritwittato|ha retwittato|ha ripostato|retweetledi|yeniden gönderdi|ретвитнула?|репостнула?)|\P{L}*(?:retweeted|reposted|reblogged|boosted|retuiteado por|republicado por|retweeté par|retweetet von) (?:by )?\S.*)\.?$|さんが(?:リツイート|リポスト)(?:しました)?$|님이 (?:리트윗|재게시)함?$/iu;

/**
 * Whether rows are copied from the pages of a platform that say above a post who reposted it: the account and the time
 * in the row are those of the original post.
 */
export function haveMarkedReposts(draft: ColumnDraft): boolean {
  const { plan, places, rows, notes } = draft;
  if (places.reposter ?? places.reposter_handle ?? places.repost_time) return false;
  const used = new Set(Object.values(places).flat());
  for (const [at, name] of plan.header.entries()) {
    if (name === '' || used.has(at)) continue;
    const marks = valuesAt(rows, at).filter((cell) => cell !== '');
    const [first = ''] = marks;
    if (marks.length < ENOUGH || !marks.every((mark) => mark.length <= LONGEST_MARK && MARK.test(mark))) continue;
    places.reposter_handle = [at];
    notes.push(
      `${preview(name)} says who reposted a post (${preview(first)}): the time of these rows is that of the original ` +
        'post. When it was reposted is not told, and they are left out.',
    );
    return true;
  }
  return false;
}

/** A display name of 50 letters and the words around it. */
const LONGEST_MARK = 90;

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

/** How a text says that it is a repost. */
const RETWEET = /^\s*RT\s?[@＠][^\s:]{1,40}:\s*/i;
/** Shorter texts are the same by chance. */
const SHORTEST = 15;

/**
 * Whether retweets have the time of the post that they repeat, with their own account: all accounts that retweeted it
 * would seem to have acted in the same second.
 */
export function haveTimesOfOriginals(draft: ColumnDraft): boolean {
  const { places, rows, notes } = draft;
  if (places.reposter ?? places.reposter_handle) return false;
  const [texts, times, kinds, flags] = [
    draft.column('text'),
    draft.column('time'),
    draft.column('kind'),
    draft.column('retweet'),
  ];
  const clocks = valuesAt(rows, places.clock?.[0]);
  const authors = draft.column(places.handle ? 'handle' : 'account');
  const isRetweet = (row: number): boolean =>
    RETWEET.test(texts[row] ?? '') || isTrue(flags[row] ?? '') || referenceKinds(kinds[row] ?? '').includes('retweet');
  const moments = rows.map((_, row) => `${times[row] ?? ''} ${clocks[row] ?? ''}`);
  const originals = new Map<string, number>();
  texts.forEach((text, row) => {
    if (text.length >= SHORTEST && !isRetweet(row) && !originals.has(text)) originals.set(text, row);
  });
  let [same, other] = [0, 0];
  texts.forEach((text, row) => {
    const original = isRetweet(row) ? originals.get(text.replace(RETWEET, '')) : undefined;
    if (original === undefined || authors[original] === authors[row]) return;
    if (moments[original] === moments[row]) same++;
    else other++;
  });
  // Times without seconds are the same by chance.
  const fine = moments.filter((moment) => /:\d\d:(?!00)\d\d|\d{10}/.test(moment)).length;
  if (same < ENOUGH || same < MOST * (same + other) || fine * 2 < moments.length) return false;
  notes.push(
    `${draft.nameOf('time')} is the time of the original post in ${same} retweets: when they were retweeted is not told, ` +
      'and retweets are left out.',
  );
  return true;
}
