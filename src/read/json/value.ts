/** Checked access to what a parser of JSON gives. */

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key of its own; undefined where nothing does. */
export function ownProperty(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Strings, numbers and truth values as text; '' for anything else. */
export function scalarToString(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** One value of a file, and where it stands: its line, or its number in an array. `broken` says what is wrong with one that is none, `line` where nothing after it can be read. */
export type Located =
  | { readonly place: number; readonly value: unknown }
  | { readonly place: number; readonly broken: string; readonly line?: number };

/** A value longer than this, in bytes, is not believed. */
export const MAX_VALUE = 128 * 1024 * 1024;
