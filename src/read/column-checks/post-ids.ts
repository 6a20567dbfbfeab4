/**
 * Checks whether the ids of posts, and of the posts to which they refer, can be used: complete, and unique to one
 * post.
 */

import { formatNumber } from '../../text/format.js';
import type { Field } from '../fields.js';
import { generic } from '../formats/generic.js';
import { idsOfUrl } from '../ids.js';
import { type Rounding, roundingOf } from '../rounded-ids.js';
import type { ColumnDraft } from './column-draft.js';
import { fewNote, madeBy } from './rounding-notes.js';

export interface PostIdFinding {
  /** Whether floating point rounding damaged the ids: such ids still give their time. */
  readonly byFloats: boolean;
  /**
   * Columns that still show whether there is a retweeted or answered post, but not which one: their ids are rounded.
   */
  readonly rounded: ReadonlySet<Field>;
  /** Columns in which some ids are rounded: ids that may be rounded are not used. */
  readonly partlyRounded: ReadonlySet<Field>;
}

/**
 * Corrects which columns hold ids of posts.
 *
 * @param authors the account of each row
 */
export function checkPostIds(draft: ColumnDraft, authors: readonly string[]): PostIdFinding {
  const texts = draft.column('text');
  const rounded = new Set<Field>();
  const partlyRounded = new Set<Field>();
  const rounding = roundingOf(
    draft.column('id'),
    texts.map((text, row) => `${authors[row] ?? ''} ${text}`),
  );
  if (rounding.extent === 'few') draft.notes.push(fewNote(draft.nameOf('id'), rounding));
  if (rounding.extent === 'part' || rounding.extent === 'all') {
    noteRounded(draft, rounding);
    if (rounding.extent === 'all') delete draft.places.id;
    else partlyRounded.add('id');
  }
  if (rounding.extent === 'none' && draft.mayDoubt('id') && draft.plan.format === generic)
    dropRepeated(draft, texts, authors);
  if (draft.mayDoubt('url') && draft.plan.format === generic) dropSharedAddress(draft, texts);
  for (const field of ['retweeted_id', 'replied_id'] as const) {
    const { extent, byFloats } = roundingOf(draft.column(field), []);
    if (extent === 'part') partlyRounded.add(field);
    // Floating point rounds the same id to the same value, so equal values still show references to the same post.
    else if (extent === 'all' && !byFloats) rounded.add(field);
    if (extent === 'part' || extent === 'all') draft.noteDamaged(field);
  }
  return { byFloats: rounding.byFloats, rounded, partlyRounded };
}

function noteRounded(draft: ColumnDraft, rounding: Rounding): void {
  const { places, notes } = draft;
  draft.noteDamaged('id');
  const isWhole = rounding.extent === 'all';
  const name = draft.nameOf('id');
  const some = isWhole
    ? `${name} holds rounded ids, as ${madeBy(rounding)}`
    : `${formatNumber(rounding.rounded)} of ${formatNumber(rounding.of)} ids in ${name} are rounded, ` +
      'as spreadsheets make them';
  const then = isWhole ? 'posts have no id of their own' : 'these posts have no id of their own';
  notes.push(`${some}: ${places.url ? `ids of posts are taken from ${draft.nameOf('url')}` : then}.`);
}

/** If at least this many ids are shared by different posts, the column does not hold post ids. */
const ENOUGH_SHARED = 3;

/** Drops a column in which different posts share an id. If each id belongs to one account, it is the account's id. */
function dropRepeated(draft: ColumnDraft, texts: readonly string[], authors: readonly string[]): void {
  const { places, notes } = draft;
  const ids = draft.column('id');
  const shared = sharedIds(ids, draft.column('time'), texts);
  const areOfAccounts = shared.several > 1 && agreesWith(ids, authors);
  if (!areOfAccounts && shared.several < ENOUGH_SHARED && shared.several * 2 <= shared.of) return;
  notes.push(
    `${draft.nameOf('id')} has the same value in several posts of different times and texts: ` +
      `${areOfAccounts ? 'it holds ids of accounts' : 'it was not read as their id'}.`,
  );
  if (areOfAccounts && !places.account && places.id) places.account = places.id;
  delete places.id;
}

/** Drops addresses that several posts share, such as that of the video on which they comment. */
function dropSharedAddress(draft: ColumnDraft, texts: readonly string[]): void {
  const { places, notes } = draft;
  const ids = draft.column('url').map((url) => idsOfUrl(url)?.id ?? '');
  const shared = sharedIds(ids, draft.column('time'), texts);
  if (shared.several < ENOUGH_SHARED && shared.several * 2 <= shared.of) return;
  notes.push(
    `${draft.nameOf('url')} has the same address for several posts of different times and texts: ` +
      'it was not read as theirs.',
  );
  delete places.url;
}

/** How many ids are in rows with different times and texts (so in different posts), and how many ids there are. */
function sharedIds(
  ids: readonly string[],
  times: readonly string[],
  texts: readonly string[],
): { readonly several: number; readonly of: number } {
  const first = new Map<string, number>();
  const several = new Set<string>();
  ids.forEach((id, row) => {
    if (id === '') return;
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    else if (times[before] !== times[row] && texts[before] !== texts[row]) several.add(id);
  });
  return { several: several.size, of: first.size };
}

/** Whether each id belongs to one account and each account has one id. */
function agreesWith(ids: readonly string[], authors: readonly string[]): boolean {
  const [authorOf, idOf] = [new Map<string, string>(), new Map<string, string>()];
  return ids.every((id, row) => {
    const author = authors[row] ?? '';
    if (id === '' || author === '') return true;
    if (!authorOf.has(id)) authorOf.set(id, author);
    if (!idOf.has(author)) idOf.set(author, id);
    return authorOf.get(id) === author && idOf.get(author) === id;
  });
}
