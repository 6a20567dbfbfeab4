/** Converts other JSON layouts to one value per record, before the format is recognised. */

import { isEnoughForPosts } from '../column-mapping.js';
import { isJsonObject, type JsonObject, ownProperty } from './value.js';

/**
 * The records in the output of pandas' `DataFrame.to_json()`: by columns (the default), by index, or split. Undefined
 * for anything else.
 */
export function recordsOfFrame(value: unknown): JsonObject[] | undefined {
  if (!isJsonObject(value)) return undefined;
  return ofSplit(value) ?? ofLists(value) ?? ofMatrix(value) ?? ofKeyed(value);
}

function ofSplit(value: JsonObject): JsonObject[] | undefined {
  const [columns, data] = [ownProperty(value, 'columns'), ownProperty(value, 'data')];
  if (!Array.isArray(columns) || !Array.isArray(data) || !columns.every((name) => typeof name === 'string'))
    return undefined;
  // No more keys than the row has cells: otherwise a file with very many column names would copy them for every row.
  return data.map((row: unknown) =>
    Object.fromEntries(
      (Array.isArray(row) ? row.slice(0, columns.length) : []).map((cell: unknown, at): [string, unknown] => [
        columns[at] ?? '',
        cell,
      ]),
    ),
  );
}

/** Lists of equal length, one for each column, as `DataFrame.to_dict('list')` gives them. */
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

/** Posts with their ids as keys, in the object itself or in a nested object: `{"tweets": {"123456": {…}}}`. */
function ofKeyed(value: JsonObject): JsonObject[] | undefined {
  for (const part of [value, ...Object.values(value).filter(isJsonObject)]) {
    const keys = Object.keys(part);
    const records = Object.values(part).filter(isJsonObject);
    if (keys.length < 2 || records.length < keys.length || !keys.every((key) => ID.test(key))) continue;
    if (isEnoughForPosts([...new Set(records.flatMap((record) => Object.keys(record)))])) return withIds(part);
  }
  return undefined;
}

/** The records, with their keys as ids if they have no id. */
function withIds(keyed: JsonObject): JsonObject[] {
  const entries = Object.entries(keyed).flatMap(([key, record]) => (isJsonObject(record) ? [{ key, record }] : []));
  const areIds =
    entries.every(({ key }) => ID.test(key)) &&
    !entries.some(({ record }) =>
      Object.keys(record).some((name) => /^_?id(?:_str)?$|(?:tweet|post|status|message|comment)_?id$/i.test(name)),
    );
  return entries.map(({ key, record }) => (areIds ? { id: key, ...record } : record));
}

/** The column names, if the value is the first row of a table that is written as a list of rows; else undefined. */
export function headerRowOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((name) => typeof name === 'string') && isEnoughForPosts(value)
    ? value
    : undefined;
}

/** Converts a row of such a table to an object; other values are returned unchanged. */
export function recordOfRow(names: readonly string[], row: unknown): unknown {
  return Array.isArray(row) ? Object.fromEntries(names.map((name, at): [string, unknown] => [name, row[at]])) : row;
}

/** An object of objects with equal keys: rows by column names, or columns by row names. */
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

/** Keys under which programs store a post, next to their own data about it. */
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
  // Used by GeoJSON.
  'properties',
  'attributes',
  'body',
  'result',
] as const;

/** The key under which each record holds its post; undefined if there is none. */
export function envelopeOf(records: readonly unknown[]): string | undefined {
  return ENVELOPES.find((key) => {
    const inner = records.filter((record) => isJsonObject(record) && breadth(toObject(ownProperty(record, key))) >= 3);
    return inner.length > 0 && inner.length >= 0.8 * records.length;
  });
}

/** The key of the only object in each record, if there are few other keys: an envelope with an unlisted name. */
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

/** The maximum number of keys of a record that is such an envelope. */
const MOST_BESIDE = 3;

/** The number of values in an object; for objects directly inside it, their number of keys is counted. */
function breadth(value: JsonObject): number {
  return Object.values(value).reduce(
    (sum: number, part) => sum + (isJsonObject(part) ? Object.keys(part).length : 1),
    0,
  );
}

function toObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The post in an envelope; the record itself if it has none. */
export function openEnvelope(record: unknown, key: string): unknown {
  if (!isJsonObject(record)) return record;
  const inner = ownProperty(record, key);
  return isJsonObject(inner) ? inner : record;
}
