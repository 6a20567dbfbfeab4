/** Objects: what accounts can share, in columns of their own (an image's hash, a sound, a forwarded post). */

import type { PostObject } from '../documents/post.js';
import type { ColumnMapping } from './column-mapping.js';
import type { FieldIndices } from './fields.js';
import { nonEmpty, parseList } from './values.js';

/**
 * A mark of something that lies elsewhere: an id, a hash, an address, a hashtag. Where one column is text and object at
 * once (CooRTweet's `object_id`), what is no mark is words: compared as text, near copies included.
 */
const MARK = /^(?:[\x21-\x7e]+|[#＃]\S+)$/u;

/** Whether a cell is an identifier without spaces, to be compared as it is, rather than text. */
export function isMark(cell: string): boolean {
  return MARK.test(cell.trim());
}

/** Reads the objects of a row. Made once for a file. */
export class ObjectReader {
  /** By name, so that the order of columns changes nothing. */
  readonly #columns: readonly { readonly at: number; readonly name: string }[];
  readonly #inPairs: boolean;
  readonly #text: number;
  /** Whether the column of the text holds objects as well. */
  readonly sharesText: boolean;

  constructor({ objectNames, objectsInPairs, header }: ColumnMapping, { object = [], text }: FieldIndices) {
    this.#columns = object
      .map((at) => ({ at, name: objectNames.get(at) ?? header[at] ?? '' }))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    this.#inPairs = objectsInPairs === true;
    this.#text = text?.[0] ?? -1;
    this.sharesText = object.includes(this.#text);
  }

  /** Undefined where there is none. */
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

/** `["a", "b"]`, `['a', 'b']`, `c("a", "b")` and `a|b` are lists; all else is one value, whatever signs are in it. */
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
    // The digits of a large number would not survive.
    if (Array.isArray(list) && list.every((each) => typeof each === 'string'))
      return list.flatMap((each: string) => nonEmpty(each) || []);
  } catch {
    // Python prints lists with single quotes.
  }
  return parseList(value);
}

/** Several values as one cell, such that `objectValues` gives them back. */
export function objectCell(values: readonly string[]): string {
  const [first] = values;
  if (first === undefined) return '';
  return values.length === 1 && !/^\s*(?:\[|c\()|\|/u.test(first) ? first : JSON.stringify(values);
}

/** Objects that a program gives, each with a name, as one cell. */
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
