/**
 * Other ways in which programs lay out records in JSON: brought to one value for each record before anything is
 * recognised.
 */

import { isEnoughForPosts } from '../column-mapping.js';
import { isJsonObject, type JsonObject, ownProperty } from './value.js';

/**
 * What `DataFrame.to_json()` of pandas writes: by columns (its default), by index, or split. Undefined for anything
 * else.
 */
export function recordsOfFrame(value: unknown): JsonObject[] | undefined {
  if (!isJsonObject(value)) return undefined;
  return ofSplit(value) ?? ofLists(value) ?? ofMatrix(value) ?? ofKeyed(value);
}

function ofSplit(value: JsonObject): JsonObject[] | undefined {
  const [columns, data] = [ownProperty(value, 'columns'), ownProperty(value, 'data')];
  if (!Array.isArray(columns) || !Array.isArray(data) || !columns.every((name) => typeof name === 'string'))
    return undefined;
  // As many keys as a row has cells: a line of names alone must not be copied for every row.
  return data.map((row: unknown) =>
    Object.fromEntries(
      (Array.isArray(row) ? row.slice(0, columns.length) : []).map((cell: unknown, at): [string, unknown] => [
        columns[at] ?? '',
        cell,
      ]),
    ),
  );
}

/** A list for each column, all of one length: what `DataFrame.to_dict('list')` gives. */
function ofLists(value: JsonObject): JsonObject[] | undefined {
  const names = Object.keys(value);
  const [first] = Object.values(value);
  const length = Array.isArray(first) ? first.length : 0;
  if (length === 0 || !isEnoughForPosts(names)) return undefined;
  const lists = Object.values(value).map((list) => (Array.isArray(list) && list.length === length ? list : []));
  if (lists.some((list) => list.length === 0 || list.some(isJsonObject))) return undefined;
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(names.map((name, at): [string, unknown] => [name, lists[at]?.[row]])),
  );
}

/** Ids as keys: long numbers, UUIDs and the like. */
const ID = /^(?:\d{6,}|(?=.*\d)[\w:./-]{9,})$/;

/** Posts under their ids, in the object itself or under one key of it: `{"tweets": {"123456": {…}}}`. */
function ofKeyed(value: JsonObject): JsonObject[] | undefined {
  for (const part of [value, ...Object.values(value).filter(isJsonObject)]) {
    const keys = Object.keys(part);
    const records = Object.values(part).filter(isJsonObject);
    if (keys.length < 2 || records.length < keys.length || !keys.every((key) => ID.test(key))) continue;
    if (isEnoughForPosts([...new Set(records.flatMap((record) => Object.keys(record)))])) return withIds(part);
  }
  return undefined;
}

/** Records with the keys that they stand under as their ids, where they have none of their own. */
function withIds(keyed: JsonObject): JsonObject[] {
  const entries = Object.entries(keyed).flatMap(([key, record]) => (isJsonObject(record) ? [{ key, record }] : []));
  const areIds =
    entries.every(({ key }) => ID.test(key)) &&
    !entries.some(({ record }) =>
      Object.keys(record).some((name) => /^_?id(?:_str)?$|(?:tweet|post|status|message|comment)_?id$/i.test(name)),
    );
  return entries.map(({ key, record }) => (areIds ? { id: key, ...record } : record));
}

/**
 * A table as a list of rows, the first with the names of its columns; undefined where the value is no such first row.
 */
export function headerRowOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((name) => typeof name === 'string') && isEnoughForPosts(value)
    ? value
    : undefined;
}

/** A row of such a table; what is none stays as it is. */
export function recordOfRow(names: readonly string[], row: unknown): unknown {
  return Array.isArray(row) ? Object.fromEntries(names.map((name, at): [string, unknown] => [name, row[at]])) : row;
}

/** Objects in an object, each with the same keys: rows of columns, or columns of rows. */
function ofMatrix(value: JsonObject): JsonObject[] | undefined {
  const outer = Object.keys(value);
  const parts = Object.values(value);
  const [first] = parts;
  if (outer.length < 2 || !isJsonObject(first)) return undefined;
  const inner = Object.keys(first);
  const alike = parts.every(
    (part) => isJsonObject(part) && Object.keys(part).length === inner.length && Object.hasOwn(part, inner[0] ?? ''),
  );
  if (!alike) return undefined;
  if (isEnoughForPosts(outer))
    return inner.map((row) =>
      Object.fromEntries(outer.map((name, at): [string, unknown] => [name, cellOf(parts[at], row)])),
    );
  return isEnoughForPosts(inner) ? withIds(value) : undefined;
}

function cellOf(part: unknown, key: string): unknown {
  return isJsonObject(part) ? ownProperty(part, key) : undefined;
}

/** Keys under which programs put a post beside what they know of it. */
const ENVELOPES = [
  '_source',
  'data',
  'node',
  'item',
  'doc',
  'document',
  'record',
  'value',
  'payload',
  'json',
  'post',
  'tweet',
  'status',
  // GeoJSON.
  'properties',
  'attributes',
  'body',
  'result',
] as const;

/** The key of the object in which each record has its post; undefined where there is none. */
export function envelopeOf(records: readonly unknown[]): string | undefined {
  return ENVELOPES.find((key) => {
    const inner = records.filter((record) => isJsonObject(record) && breadth(toObject(ownProperty(record, key))) >= 3);
    return inner.length > 0 && inner.length >= 0.8 * records.length;
  });
}

/** Keys of the only objects that records hold, beside hardly anything: envelopes by whatever name. */
export function otherEnvelopesOf(records: readonly unknown[]): string[] {
  const [first] = records.filter(isJsonObject);
  const keys = first ? Object.keys(first).filter((key) => isJsonObject(first[key])) : [];
  const [key] = keys;
  const isLone = (record: unknown): boolean =>
    isJsonObject(record) &&
    Object.keys(record).length <= MOST_BESIDE &&
    Object.keys(toObject(ownProperty(record, key ?? ''))).length >= 3;
  return key !== undefined && keys.length === 1 && records.filter(isLone).length >= 0.8 * records.length ? [key] : [];
}

/** Keys of a record whose post stands in one of them. */
const MOST_BESIDE = 3;

/** How many things an object has, of the objects right in it their own. */
function breadth(value: JsonObject): number {
  return Object.values(value).reduce(
    (sum: number, part) => sum + (isJsonObject(part) ? Object.keys(part).length : 1),
    0,
  );
}

function toObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The post in an envelope; the record itself where it has none. */
export function openEnvelope(record: unknown, key: string): unknown {
  if (!isJsonObject(record)) return record;
  const inner = ownProperty(record, key);
  return isJsonObject(inner) ? inner : record;
}
