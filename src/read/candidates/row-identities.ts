/** The author and the post id of each row, as far as the columns show them. */

import type { FieldIndices } from '../fields.js';
import { idsOfUrl, readId } from '../ids.js';

/** The author of each row: the first filled cell of id, handle and name, else the author in the address; '' if none. */
export function rowAuthors(rows: readonly (readonly string[])[], places: FieldIndices): string[] {
  const columns = [places.account, places.handle, places.name].flatMap((place) => place ?? []);
  return rows.map((cells) => {
    const stated = columns.map((place) => (cells[place] ?? '').trim()).find((cell) => cell !== '');
    return stated ?? idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.author ?? '';
  });
}

/** The post id of each row, from its column or from the address; '' if none. */
export function postIds(rows: readonly (readonly string[])[], places: FieldIndices): string[] {
  return rows.map(
    (cells) => readId(cells[places.id?.[0] ?? -1] ?? '') || (idsOfUrl(cells[places.url?.[0] ?? -1] ?? '')?.id ?? ''),
  );
}
