/** Letters and texts that programs wrote as escapes. */

import { unescaped } from './printed-object.js';

/** The character of a code point in hexadecimal digits; undefined if there is none. */
export function letterOf(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const JSON_STRING = /^\s*"(?:[^"\\]|\\.)*"\s*$/s;

/** Whether a cell is a string of JSON. */
export function isJsonString(cell: string): boolean {
  return JSON_STRING.test(cell);
}

/** The text of a string of JSON; any other cell as it is. */
export function jsonString(cell: string): string {
  if (!JSON_STRING.test(cell)) return cell;
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'string' ? value : cell;
  } catch {
    return cell;
  }
}

/** Decodes `Come \xf0\x9f\x8e\xb5`, whose bytes are UTF-8; undefined if they are not. */
export function bytesOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const latin1 = unescaped(text);
  if (/[^\0-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return undefined;
  }
}
