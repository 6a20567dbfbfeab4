/** Parses JSON without loss of digits, and reads values safely. */

export type JsonObject = Record<string, unknown>;

/** Whether a value is an object, not null or a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own property; undefined if there is none. */
export function ownProperty(value: JsonObject, key: string): unknown {
  const found = value[key];
  // Reading first is faster than testing for an own property, and only few keys are inherited by all objects.
  return found === undefined || !INHERITED.has(key) || Object.hasOwn(value, key) ? found : undefined;
}

const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Strings, numbers and booleans as text; '' for anything else. */
export function scalarToString(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isWrappedScalar(value) ? scalarToString(Object.values(value)[0]) : '';
}

/** Keys with which MongoDB's exports wrap types that JSON lacks: `{"$date": "…"}`. */
const WRAPPERS: ReadonlySet<string> = new Set([
  '$date',
  '$oid',
  '$numberLong',
  '$numberInt',
  '$numberDouble',
  '$numberDecimal',
]);

/** Whether a value is a single number, date or id in MongoDB's wrapping. */
export function isWrappedScalar(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && WRAPPERS.has(key);
}

/**
 * One value of a file and its position: its line, or its number in an array; `at` is the offset of its line in the
 * text. `broken` describes an invalid value, `line` is set if nothing after it can be read.
 */
export type Located =
  | { readonly place: number; readonly at?: number; readonly value: unknown }
  | { readonly place: number; readonly broken: string; readonly line?: number };

/**
 * Values are yielded in batches of this much text, which is about a chunk of a file; formats and columns are found
 * from the first batches.
 */
export const BATCH_BYTES = 256 * 1024;

/** The longest accepted value, in bytes. */
export const MAX_VALUE = 128 * 1024 * 1024;

/** The deepest accepted nesting: posts nest about ten levels deep, and recursive functions go as deep as the value. */
export const MAX_DEPTH = 1000;

/** Parses a JSON text; integers of 16 or more digits become strings. Throws SyntaxError, also for too deep nesting. */
export function parseJson(json: string): unknown {
  // Checked before parsing: a nested list takes about fifty times the memory of its two brackets.
  if (isNestedDeeper(json, MAX_DEPTH)) throw new SyntaxError(`a value nested more than ${MAX_DEPTH} deep`);
  const whole = quoteLongIntegers(json);
  try {
    return JSON.parse(whole);
  } catch (error) {
    // Python writes NaN for missing values.
    const without = /[:[,\s](?:NaN|-?Infinity)/.test(whole) ? betweenStrings(whole, withoutNaN) : whole;
    if (without === whole) throw error;
    return JSON.parse(without);
  }
}

function withoutNaN(text: string): string {
  return text.replace(/(?<![\w.])(?:NaN|-?Infinity)(?![\w.])/g, 'null');
}

/** Whether more than `most` objects and lists are open at once. */
function isNestedDeeper(json: string, most: number): boolean {
  if (json.length <= most) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === 0x22) at = endOfString(json, at) - 1;
    // `[` and `{` differ in one bit only, as do `]` and `}`.
    else if ((sign & 0xdf) === 0x5b && ++depth > most) return true;
    else if ((sign & 0xdf) === 0x5d) depth--;
  }
  return false;
}

const LONG = /(?<![\d.eE+])-?\d{16,}(?![\d.eE])/g;

/**
 * Puts integers of 16 or more digits in quotes: as a JavaScript number, an id above 2^53 would lose its last digits.
 * The content of strings is not changed.
 */
function quoteLongIntegers(json: string): string {
  if (!/[:[,\s]-?\d{16,}/.test(json)) return json;
  return betweenStrings(json, (between) => (between.length > 16 ? between.replace(LONG, '"$&"') : between));
}

/** Applies a change to all text outside of strings. */
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

/** The position after the closing quote of a string; the end of the text if it is not closed. */
function endOfString(json: string, opens: number): number {
  for (let quote = json.indexOf('"', opens + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return json.length;
}
