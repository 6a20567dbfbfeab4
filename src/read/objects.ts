/** Reads objects: shared items in separate columns (an image's hash, a sound, a forwarded post). */

import type { PostObject } from '../documents/post.js';
import type { ColumnMapping } from './column-mapping.js';
import type { FieldIndices } from './fields.js';
import { nonEmpty, parseList } from './values.js';

/**
 * An identifier of something that is stored elsewhere: an id, a hash, an address, a hashtag. If one column is both
 * text and object (CooRTweet's `object_id`), all other cells are words: they are compared as text, including
 * near-duplicates.
 */
const MARK = /^(?:[\x21-\x7e]+|[#＃]\S+)$/u;

/** Whether a cell is an identifier without spaces, which is compared exactly, and not text. */
export function isMark(cell: string): boolean {
  return MARK.test(cell.trim());
}

/** Reads the objects of a row. One instance per file. */
export class ObjectReader {
  /** Sorted by name, so that the order of columns does not matter. */
  readonly #columns: readonly { readonly at: number; readonly name: string }[];
  readonly #inPairs: boolean;
  readonly #text: number;
  /** Whether the text column is also an object column. */
  readonly sharesText: boolean;

  constructor({ objectNames, objectsInPairs, header }: ColumnMapping, { object = [], text }: FieldIndices) {
    this.#columns = object
      .map((at) => ({ at, name: objectNames.get(at) ?? header[at] ?? '' }))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    this.#inPairs = objectsInPairs === true;
    this.#text = text?.[0] ?? -1;
    this.sharesText = object.includes(this.#text);
  }

  /** The objects of a row; undefined if there are none. */
  read(cells: readonly string[]): readonly PostObject[] | undefined {
    let found: PostObject[] | undefined;
    for (const { at, name } of this.#columns) {
      const cell = cells[at] ?? '';
      if (cell === '' || (at === this.#text && !isMark(cell))) continue;
      if (this.#inPairs) return pairsOf(cell);
      for (const value of new Set(objectValues(cell))) (found ??= []).push({ name, value });
    }
    return found;
  }
}

/**
 * The values in a cell: `["a", "b"]`, `['a', 'b']`, `c("a", "b")` and `a|b` are lists; any other cell is a single
 * value.
 */
export function objectValues(cell: string): string[] {
  const value = nonEmpty(cell);
  if (value === '') return [];
  if (/^\[.*\]$/s.test(value)) return listOf(value);
  if (/^c\(.*\)$/s.test(value)) return parseList(value);
  return value.includes('|') ? value.split('|').flatMap((part) => nonEmpty(part) || []) : [value];
}

function listOf(value: string): string[] {
  try {
    const list: unknown = JSON.parse(value);
    // Only lists of strings: large numbers would lose digits.
    if (Array.isArray(list) && list.every((each) => typeof each === 'string'))
      return list.flatMap((each: string) => nonEmpty(each) || []);
  } catch {
    // Python prints lists with single quotes.
  }
  return parseList(value);
}

/** Writes several values as one cell, from which `objectValues` returns the same values. */
export function objectCell(values: readonly string[]): string {
  const [first] = values;
  if (first === undefined) return '';
  return values.length === 1 && !/^\s*(?:\[|c\()|\|/u.test(first) ? first : JSON.stringify(values);
}

/** Writes named objects passed in by a program as one cell. */
export function pairsCell(objects: readonly PostObject[]): string {
  return objects.length === 0 ? '' : JSON.stringify(objects.map(({ name, value }) => [name, value]));
}

function pairsOf(cell: string): PostObject[] | undefined {
  const pairs: [string, string][] = JSON.parse(cell);
  const objects = pairs
    .map(([name, value]) => ({ name, value: nonEmpty(value) }))
    .filter(({ value }) => value !== '')
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return objects.length === 0 ? undefined : objects;
}
