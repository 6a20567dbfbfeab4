/** Drops columns of hashtags and links that are not lists: counts, and search terms. */

import { extractHashtags, foldHashtag } from '../../text/hashtags.js';
import { generic } from '../formats/generic.js';
import { preview } from '../row-counts.js';
import { parseList } from '../values.js';
import { type ColumnDraft, valuesAt } from './column-draft.js';

/** Corrects which columns list hashtags and links. */
export function checkListColumns(draft: ColumnDraft): void {
  const { plan, rows, places, notes } = draft;
  const namesOf = (columns: readonly number[]): string =>
    columns.map((at) => preview(plan.header[at] ?? '')).join(', ');
  for (const field of ['hashtags', 'links'] as const) {
    // `Hashtags: 2`
    const counts = (places[field] ?? []).filter((at) => areCounts(valuesAt(rows, at)));
    if (counts.length === 0 || plan.mapped.has(field)) continue;
    notes.push(`${namesOf(counts)} holds counts, not a list: it was not read.`);
    draft.removeColumns(field, counts);
  }
  if (!draft.mayDoubt('hashtags') || plan.format !== generic) return;
  const texts = draft.column('text');
  const searched = (places.hashtags ?? []).filter((at) => isSearchTerm(valuesAt(rows, at), texts));
  if (searched.length === 0) return;
  notes.push(
    `${namesOf(searched)} is the same in all posts, and texts have other hashtags: ` +
      'it is what was searched for, and was not read.',
  );
  draft.removeColumns('hashtags', searched);
}

/** Whether a column of hashtags has the same value in all rows, while the texts have other hashtags. */
function isSearchTerm(cells: readonly string[], texts: readonly string[]): boolean {
  const [first = ''] = cells;
  if (cells.length < 3 || first === '' || cells.some((cell) => cell !== first)) return false;
  const listed = new Set(parseList(first).map((tag) => foldHashtag(tag)));
  if (listed.size !== 1) return false;
  return texts.some((text) => extractHashtags(text).some((tag) => !listed.has(foldHashtag(tag))));
}

/** Whether a column that should hold lists has only numbers below 1,000, in at least three rows. */
function areCounts(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 3 && filled.every((cell) => /^\d{1,3}(?:\.0)?$/.test(cell));
}
