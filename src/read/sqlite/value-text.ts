import { numberText } from '../cells/number-text.js';

/** What SQLite keeps in a cell. */
export type SqliteValue = bigint | number | string | Uint8Array | null;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A value as a table of text would have it; '' for bytes that are no text, such as pictures. */
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
