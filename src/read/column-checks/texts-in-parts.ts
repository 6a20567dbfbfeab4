/** Notes on posts that stand in several rows with different texts: parts of one text, or its versions. */

import { formatCount, formatNumber } from '../../text/format.js';
import type { ColumnDraft } from './column-draft.js';

/** This many posts, and this share of all, must stand in several rows. */
const ENOUGH = 3;
const LEAST_OF_IDS = 0.02;
const LEAST_OF_MOMENTS = 0.5;

/**
 * Adds a note if rows with one id and one time have different texts, of which one is read; or, without ids, if most
 * moments of an account have rows with different texts.
 */
export function noteTextsInParts(draft: ColumnDraft, authors: readonly string[]): void {
  const { notes, places } = draft;
  const [ids, times, texts, clocks] = [
    draft.column('id'),
    draft.column('time'),
    draft.column('text'),
    draft.column('clock'),
  ];
  const posts = new Map<string, Set<string>>();
  texts.forEach((text, row) => {
    const moment = `${times[row] ?? ''} ${clocks[row] ?? ''}`;
    const isKnown = places.id ? (ids[row] ?? '') !== '' : /\d:\d\d:\d\d/.test(moment) && (authors[row] ?? '') !== '';
    if (text === '' || !isKnown) return;
    const key = places.id ? `${ids[row] ?? ''}\n${moment}` : `${authors[row] ?? ''}\n${moment}`;
    posts.set(key, (posts.get(key) ?? new Set()).add(text));
  });
  const several = [...posts.values()].filter(({ size }) => size > 1).length;
  const least = (places.id ? LEAST_OF_IDS : LEAST_OF_MOMENTS) * posts.size;
  if (several < ENOUGH || several < least) return;
  notes.push(
    places.id
      ? `${formatCount(several, 'post')} of ${formatNumber(posts.size)} stand in several rows with the same ` +
          `${draft.nameOf('id')} and different texts, and one of these is read. If these are parts of one text, join them; if ` +
          'they are versions, keep the last.'
      : `In ${formatNumber(several)} of ${formatNumber(posts.size)} moments an account has several rows with different ` +
          'texts, and each is read as a post. If these are parts of one text, join them.',
  );
}
