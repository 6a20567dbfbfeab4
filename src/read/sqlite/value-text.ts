import { numberText } from '../cells/number-text.js';

/** The types of values in SQLite. */
export type SqliteValue = bigint | number | string | Uint8Array | null;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A value as a text table would contain it; '' for bytes that are not text, such as pictures. */
export function valueText(value: SqliteValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'bigint') return String(value);
  try {
    return utf8.decode(value);
  } catch {
    return '';
  }
}
