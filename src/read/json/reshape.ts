/** Other ways in which programs lay out records in JSON: brought to one value for each record before anything is recognised. */

import { isEnoughForPosts } from '../column-mapping.js';
import { isJsonObject, type JsonObject, ownProperty } from './value.js';

/** What `DataFrame.to_json()` of pandas writes: by columns (its default), by index, or split. Undefined for anything else. */
export function recordsOfFrame(value: unknown): JsonObject[] | undefined {
  if (!isJsonObject(value)) return undefined;
  return ofSplit(value) ?? ofMatrix(value);
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
  return isEnoughForPosts(inner) ? parts.filter(isJsonObject) : undefined;
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
] as const;

/** The key of the object in which each record has its post; undefined where there is none. */
export function envelopeOf(records: readonly unknown[]): string | undefined {
  return ENVELOPES.find((key) => {
    const inner = records.filter(
      (record) => isJsonObject(record) && Object.keys(toObject(ownProperty(record, key))).length >= 3,
    );
    return inner.length > 0 && inner.length >= 0.8 * records.length;
  });
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
