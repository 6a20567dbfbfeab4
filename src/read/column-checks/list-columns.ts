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
  for (const field of ['hashtags', 'links'] as const) {
    const [at] = places[field] ?? [];
    if (at === undefined || plan.mapped.has(field) || plan.format !== generic) continue;
    const { repeated, inTexts } = repeatedPosts(draft, at);
    if (repeated < REPEATED) continue;
    const isInTexts = inTexts >= MOST * repeated;
    notes.push(
      `${namesOf([at])} differs between rows of one post, which counts once: ` +
        (isInTexts ? `${field} were read from the texts.` : `only the ${field} of its first row were read.`),
    );
    if (isInTexts) draft.removeColumns(field, [at]);
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

/** This many posts with several rows show that a table has a row for each hashtag or link. */
const REPEATED = 3;
const MOST = 0.9;

/** The number of posts with several rows that differ in this column, and of those whose texts have all its values. */
function repeatedPosts(draft: ColumnDraft, at: number): { readonly repeated: number; readonly inTexts: number } {
  const [ids, times, texts] = [draft.column('id'), draft.column('time'), draft.column('text')];
  const authors = draft.column('account').length > 0 ? draft.column('account') : draft.column('handle');
  const values = new Map<string, Set<string>>();
  valuesAt(draft.rows, at).forEach((cell, row) => {
    const key = [ids[row], authors[row], times[row], texts[row]].join('\n');
    if (cell !== '') values.set(key, (values.get(key) ?? new Set()).add(cell));
  });
  const repeated = [...values].filter(([, cells]) => cells.size > 1);
  return { repeated: repeated.length, inTexts: repeated.filter(isInText).length };
}

function isInText([key, cells]: readonly [string, ReadonlySet<string>]): boolean {
  return [...cells].every((cell) => key.toLowerCase().includes(cell.toLowerCase()));
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
