/** Texts that a program has written still encoded: what each looks like, and how it is undone. */

import { htmlText } from '../json/html-text.js';
import { handleBehindName, handleOfProfile } from './account-text.js';
import { unescaped } from './printed-object.js';

export type Decoding =
  | 'formula'
  | 'bytes'
  | 'json'
  | 'escapes'
  | 'code-points'
  | 'html'
  | 'profile'
  | 'handle-behind-name';

interface Decoder {
  /** Whether a cell is written so. */
  readonly fits: (cell: string) => boolean;
  /** The share of the cells with something in them that must be, for the column to be. */
  readonly share: number;
  readonly decode: (cell: string) => string;
  /** What it is, and what was done, for a note: “text” …. */
  readonly says: string;
}

/** So spreadsheets leave a text as it is. */
const FORMULA = /^="([\s\S]*)"$/;
const BYTES = /^\s*b(["'])([\s\S]*)\1\s*$/;
const JSON_STRING = /^\s*"(?:[^"\\]|\\.)*"\s*$/s;
const CODE_POINT = /<U\+([\dA-F]{4,8})>/g;
/** Bytes that R could not show: `<f0><9f><8f><ae>`. */
const R_BYTES = /(?:<[89a-f][\da-f]>){2}/;
const ESCAPED = /\\u[\da-f]{4}|\\x[89a-f][\da-f]/i;
/** Beyond `&amp;`, `&lt;` and `&gt;`, which the platform itself writes in every text. */
const HTML =
  /<br\s*\/?>|&(?:#\d{2,7}|#x[\da-f]{2,6}|quot|nbsp|apos|hellip|[lr]aquo|[lr]squo|[lr]dquo|[mn]dash);|<\/(?:p|a|span|div)>/i;
/** A sign that opens no tag: `I <3 you`. */
const NO_TAG = /<(?!\/?(?:br|p|a|span|div|b|i|em|strong|img)\b)/gi;

export const DECODERS: Readonly<Record<Decoding, Decoder>> = {
  formula: {
    fits: (cell) => FORMULA.test(cell),
    share: 0.8,
    decode: (cell) => FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell,
    says: 'was written as formulas of a spreadsheet (="…"): this was undone',
  },
  bytes: {
    fits: (cell) => BYTES.test(cell),
    share: 0.8,
    decode: (cell) => bytesOf(BYTES.exec(cell)?.[2]) ?? cell,
    says: "was written as bytes of Python (b'…', \\x..): this was undone",
  },
  json: {
    fits: (cell) => JSON_STRING.test(cell),
    share: 0.8,
    decode: jsonString,
    says: 'was written as strings of JSON ("…", \\u....): this was undone',
  },
  escapes: {
    fits: (cell) => cell.includes('\\') && cell.search(ESCAPED) >= 0,
    share: 0.02,
    decode: (cell) =>
      cell.includes('\\')
        ? cell
            .replace(/(?:\\u[\da-f]{4})+/gi, unescaped)
            .replace(/(?:\\x[\da-f]{2})+/gi, (bytes) => bytesOf(bytes) ?? bytes)
            .replace(/\\(?:([ntr])|(["'/]))/g, (_, space?: string, sign = '') =>
              space === undefined ? sign : space === 'n' ? '\n' : ' ',
            )
        : cell,
    says: 'was written with escapes for letters (\\u...., \\x..): this was undone',
  },
  'code-points': {
    fits: (cell) => cell.includes('<') && (cell.search(CODE_POINT) >= 0 || R_BYTES.test(cell)),
    share: 0.001,
    decode: (cell) =>
      cell.includes('<')
        ? cell
            .replace(
              /(?:<[89a-f][\da-f]>){2,}/g,
              (bytes) => bytesOf(bytes.replace(/<(..)>/g, String.raw`\x$1`)) ?? bytes,
            )
            .replace(CODE_POINT, (whole, hex: string) => {
              const code = Number.parseInt(hex, 16);
              return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
            })
        : cell,
    says: 'was written by R with code points for letters (<U+....>): this was undone',
  },
  html: {
    fits: (cell) => HTML.test(cell),
    share: 0.01,
    decode: (cell) => (/[<&]/.test(cell) ? htmlText(cell.replace(NO_TAG, '&lt;')) : cell),
    says: 'was written as HTML (&quot;, <br>): this was undone',
  },
  profile: {
    fits: (cell) => handleOfProfile(cell) !== undefined,
    share: 0.8,
    decode: (cell) => handleOfProfile(cell) ?? cell,
    says: 'holds addresses of profiles: the handles in them were read',
  },
  'handle-behind-name': {
    fits: (cell) => cell.includes('@') && handleBehindName(cell) !== undefined,
    share: 0.8,
    decode: (cell) => handleBehindName(cell) ?? cell,
    says: 'holds handles behind names, as Ann (@ann): the handles were read',
  },
};

const DECODINGS = [
  'formula',
  'bytes',
  'json',
  'escapes',
  'code-points',
  'html',
  'profile',
  'handle-behind-name',
] as const;

/** How the cells of a column are encoded, the outermost first. */
export function decodingsOf(cells: readonly string[]): Decoding[] {
  const found: Decoding[] = [];
  let filled = cells.filter((cell) => cell !== '');
  for (const decoding of DECODINGS) {
    const { fits, share, decode } = DECODERS[decoding];
    const count = filled.filter(fits).length;
    if (count === 0 || count < share * filled.length) continue;
    found.push(decoding);
    filled = filled.map(decode);
  }
  return found;
}

export function decodeCell(cell: string, decodings: readonly Decoding[]): string {
  let text = cell;
  for (const decoding of decodings) text = DECODERS[decoding].decode(text);
  return text;
}

function jsonString(cell: string): string {
  if (!JSON_STRING.test(cell)) return cell;
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'string' ? value : cell;
  } catch {
    return cell;
  }
}

/** `Come \xf0\x9f\x8e\xb5`: the UTF-8 that the bytes are; undefined where they are none. */
function bytesOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const latin1 = unescaped(text);
  if (/[^\0-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return undefined;
  }
}
