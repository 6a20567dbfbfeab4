/** Checks whose posts the addresses in rows are: in rows of reposts they may be those of the originals. */

import { foldHandle } from '../../text/fold-handle.js';
import { idsOfUrl } from '../ids.js';
import { stripAt } from '../values.js';
import type { ColumnDraft } from './column-draft.js';

/** This many rows, by this many accounts that have others with addresses of their own. */
const ENOUGH = 5;
const ENOUGH_ACCOUNTS = 3;

/**
 * Whether rows with the address of another account's post are reposts of it. An account that was renamed has the old name
 * in all of its addresses, or in those of some time: few accounts are.
 */
export function haveAddressesOfOriginals(draft: ColumnDraft): boolean {
  const { places, notes } = draft;
  const { kind, retweet, retweeted_id, retweeted_handle, reposter, reposter_handle } = places;
  if (kind ?? retweet ?? retweeted_id ?? retweeted_handle ?? reposter ?? reposter_handle) return false;
  if (!places.url || !places.handle) return false;
  const handles = draft.column('handle').map((cell) => foldHandle(stripAt(cell)));
  const known = new Set(handles);
  const [own, others] = [new Set<string>(), new Map<string, Set<string>>()];
  let rows = 0;
  draft.column('url').forEach((url, row) => {
    const author = foldHandle(idsOfUrl(url)?.author ?? '');
    const handle = handles[row] ?? '';
    if (author === '' || handle === '' || author.startsWith('did:')) return;
    if (author === handle) own.add(handle);
    else if (known.has(author)) {
      rows++;
      others.set(handle, (others.get(handle) ?? new Set()).add(author));
    }
  });
  // Whoever reposts several accounts was not renamed.
  const mixed = [...others].filter(([handle]) => own.has(handle));
  const several = [...others.values()].filter(({ size }) => size > 1);
  if (rows < ENOUGH || mixed.length < ENOUGH_ACCOUNTS || several.length === 0) return false;
  notes.push(
    `${draft.nameOf('url')} is the address of another account's post in ${rows} rows: these were read as reposts of it.`,
  );
  return true;
}
