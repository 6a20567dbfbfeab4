/** JSON to values that lose nothing, and checked access to them. */

export type JsonObject = Record<string, unknown>;

/** Whether a value is an object; not null, not a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key of its own; undefined where nothing does. */
export function ownProperty(value: JsonObject, key: string): unknown {
  const found = value[key];
  // To ask whether it is its own takes longer than to take it, and the keys that every object inherits are few.
  return found === undefined || !INHERITED.has(key) || Object.hasOwn(value, key) ? found : undefined;
}

const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Strings, numbers and truth values as text; '' for anything else. */
export function scalarToString(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isWrappedScalar(value) ? scalarToString(Object.values(value)[0]) : '';
}

/** Keys by which MongoDB's exports wrap what JSON has no type for: `{"$date": "…"}`. */
const WRAPPERS: ReadonlySet<string> = new Set([
  '$date',
  '$oid',
  '$numberLong',
  '$numberInt',
  '$numberDouble',
  '$numberDecimal',
]);

/** Whether a value is one number, date or id in MongoDB's wrapping. */
export function isWrappedScalar(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && WRAPPERS.has(key);
}

/**
 * One value of a file, and where it stands: its line, or its number in an array; `at` is where in the text its line
 * begins. `broken` says what is wrong with one that is none, `line` where nothing after it can be read.
 */
export type Located =
  | { readonly place: number; readonly at?: number; readonly value: unknown }
  | { readonly place: number; readonly broken: string; readonly line?: number };

/**
 * Values are given in batches of so much text, a chunk of a file: formats and columns are found by the first batches.
 */
export const BATCH_BYTES = 256 * 1024;

/** A value longer than this, in bytes, is not believed. */
export const MAX_VALUE = 128 * 1024 * 1024;

/**
 * A value nested deeper is not believed: posts nest some ten deep, and whatever goes through a value goes as deep as
 * it.
 */
export const MAX_DEPTH = 1000;

/**
 * The value of a text; its integers of 16 digits and more are strings. Throws SyntaxError, also for what is nested too
 * deep.
 */
export function parseJson(json: string): unknown {
  // Looked at before it is parsed: a list in a list takes some fifty times the memory of its two brackets.
  if (isNestedDeeper(json, MAX_DEPTH)) throw new SyntaxError(`a value nested more than ${MAX_DEPTH} deep`);
  const whole = quoteLongIntegers(json);
  try {
    return JSON.parse(whole);
  } catch (error) {
    // Python writes NaN for what is not there.
    const without = /[:[,\s](?:NaN|-?Infinity)/.test(whole) ? betweenStrings(whole, withoutNaN) : whole;
    if (without === whole) throw error;
    return JSON.parse(without);
  }
}

function withoutNaN(text: string): string {
  return text.replace(/(?<![\w.])(?:NaN|-?Infinity)(?![\w.])/g, 'null');
}

/** Whether more objects and lists than these are open at once. */
function isNestedDeeper(json: string, most: number): boolean {
  if (json.length <= most) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === 0x22) at = endOfString(json, at) - 1;
    // `[` and `{`, `]` and `}` differ in one bit.
    else if ((sign & 0xdf) === 0x5b && ++depth > most) return true;
    else if ((sign & 0xdf) === 0x5d) depth--;
  }
  return false;
}

const LONG = /(?<![\d.eE+])-?\d{16,}(?![\d.eE])/g;

/**
 * The same JSON with its integers of 16 digits and more as strings: an id above 2^53 would lose its last digits as a
 * JavaScript number. What stands in strings stays.
 */
function quoteLongIntegers(json: string): string {
  if (!/[:[,\s]-?\d{16,}/.test(json)) return json;
  return betweenStrings(json, (between) => (between.length > 16 ? between.replace(LONG, '"$&"') : between));
}

/** The same JSON with what stands between its strings changed. */
function betweenStrings(json: string, change: (text: string) => string): string {
  let out = '';
  let at = 0;
  while (at < json.length) {
    const opens = json.indexOf('"', at);
    const between = opens < 0 ? json.slice(at) : json.slice(at, opens);
    out += change(between);
    if (opens < 0) break;
    const closes = endOfString(json, opens);
    out += json.slice(opens, closes);
    at = closes;
  }
  return out;
}

/** The place behind the quote that closes a string; the end of the text where none does. */
function endOfString(json: string, opens: number): number {
  for (let quote = json.indexOf('"', opens + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return json.length;
}
