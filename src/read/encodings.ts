/** Finds the encoding of bytes, from the user's option or a byte order mark. */

import iconv from 'iconv-lite';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { suggest } from '../text/suggest.js';

/** The encodings that users name most, for "did you mean"; iconv-lite supports many more. */
const NAMES = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'cp1251',
  'cp1252',
  'cp437',
  'cp850',
  'cp866',
  'koi8-r',
  'koi8-u',
  'latin1',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-9',
  'iso-8859-15',
  'macroman',
  'maccyrillic',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'gbk',
  'gb2312',
  'big5',
  'euc-kr',
  'cp949',
] as const;

/** Names that iconv-lite accepts but that are not text encodings. */
const NO_TEXT = /^(?:base64|hex|binary|utf-?7(?:-?imap)?)$/;

/** The canonical name of an encoding; throws TrendAuditError for an unknown one. */
export function resolveEncoding(name: string): string {
  const plain = name.trim().toLowerCase();
  if (/^utf-?8$/.test(plain)) return 'utf-8';
  if (plain !== '' && !NO_TEXT.test(plain) && iconv.encodingExists(plain)) return plain;
  const near = suggest(plain, NAMES);
  throw new TrendAuditError('usage', `--encoding: there is no encoding “${escapeControls(name)}”`, {
    hint:
      near === undefined
        ? 'give a name such as utf-8, windows-1251, koi8-r, latin1, shift_jis or gb18030'
        : `did you mean --encoding ${near}?`,
  });
}

export interface Bom {
  readonly encoding: string;
  /** Length of the byte order mark, which is skipped. */
  readonly bytes: number;
}

/**
 * The Unicode encoding from a byte order mark, or from the zero bytes of UTF-16; `head` is the beginning of the file.
 */
export function detectBom(head: Uint8Array): Bom | undefined {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bytes: 3 };
  // Tested before UTF-16LE, whose mark has the same first bytes; a text does not begin with U+0000.
  if (starts(0xff, 0xfe, 0, 0)) return { encoding: 'utf-32le', bytes: 4 };
  if (starts(0, 0, 0xfe, 0xff)) return { encoding: 'utf-32be', bytes: 4 };
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', bytes: 2 };
  if (starts(0xfe, 0xff)) return { encoding: 'utf-16be', bytes: 2 };
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  // A header is mostly ASCII: in UTF-16, nearly every second byte is zero, and the others are not.
  if (odd > head.length / 8 && even < odd / 8) return { encoding: 'utf-16le', bytes: 0 };
  if (even > head.length / 8 && odd < even / 8) return { encoding: 'utf-16be', bytes: 0 };
  return undefined;
}
