/** What the first bytes of a file show: its encoding, and what it is where it is no table. */

import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Look {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, to be left out. */
  readonly bom: number;
}

/** `head` is the beginning of the file, some thousand bytes where it has them. */
export function lookAtEncoding(head: Uint8Array): Look {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A header is mostly ASCII: in UTF-16 every other byte of it is zero, and none of the others.
  if (odd > head.length / 8 && even < odd / 8) return { encoding: 'utf-16le', bom: 0 };
  if (even > head.length / 8 && odd < even / 8) return { encoding: 'utf-16be', bom: 0 };
  // Here is the place for other old encodings (chardet guesses, iconv-lite decodes), where `isUtf8Head` says no.
  return { encoding: 'utf-8', bom: 0 };
}

const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [[0x1f, 0x8b], 'gzip', 'unpack it first: gunzip -c FILE | trend-audit analyze -'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or a spreadsheet (.xlsx)', 'unpack it, or save the sheet as CSV UTF-8'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstandard', 'unpack it first: zstd -dc FILE | trend-audit analyze -'],
  [[0x42, 0x5a, 0x68], 'bzip2', 'unpack it first: bunzip2 -c FILE | trend-audit analyze -'],
  [[0xfd, 0x37, 0x7a, 0x58], 'xz', 'unpack it first: xz -dc FILE | trend-audit analyze -'],
  [[0x50, 0x41, 0x52, 0x31], 'Parquet', 'save it as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet (.xls)', 'save the sheet as CSV UTF-8'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'give the table of posts as CSV'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database', 'export the table of posts as CSV'],
];

export interface Stranger {
  readonly code: 'not-text' | 'unknown-format';
  readonly what: string;
  readonly hint: string;
}

/** What the file is where it is plainly no table of text; undefined where it may be one. */
export function recogniseStranger(head: Uint8Array, { encoding, bom }: Look): Stranger | undefined {
  for (const [magic, what, hint] of MAGIC) {
    if (magic.every((byte, index) => head[index] === byte)) return { code: 'not-text', what: `is ${what}, not text`, hint };
  }
  if (encoding === 'utf-8') {
    const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
    if (head.includes(0) || odd > head.length / 50) return { code: 'not-text', what: 'is binary, not text', hint: 'give a dump of posts as CSV' };
  }
  const start = new TextDecoder(encoding).decode(head.subarray(bom, bom + 400)).trimStart();
  if (/^(?:\{\s*"|\{\s*\}|\[\s*[{\]]|window\.YTD|while\s*\(1\)|\[\s*$)/.test(start)) return { code: 'unknown-format', what: 'looks like JSON, not like a table', hint: 'convert it to CSV, for example with twarc2 csv or jq' };
  if (/^<(?:!doctype|html|\?xml|rss|feed)/i.test(start)) return { code: 'unknown-format', what: 'looks like a web page or XML, not like a table', hint: 'give a dump of posts as CSV' };
  return undefined;
}

/** Whether bytes are UTF-8; a letter that the end cuts off is forgiven. */
export function isUtf8Head(head: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return true;
  return false;
}

export interface Layout {
  readonly delimiter: string;
  readonly recordDelimiters: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Delimiter and line ends, from the first record: what stands in it most often outside quotes. */
export function lookAtLayout(text: string): Layout {
  const counts: Record<string, number> = {};
  let quoted = false;
  let end = '';
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (end === '\r' && character !== '\n') break;
      end = character;
      if (character === '\n') break;
    } else if (end === '\r') break;
    else counts[character] = (counts[character] ?? 0) + 1;
  }
  let delimiter = ',';
  for (const candidate of DELIMITERS) if ((counts[candidate] ?? 0) > (counts[delimiter] ?? 0)) delimiter = candidate;
  return { delimiter, recordDelimiters: end === '\r' ? ['\r'] : ['\r\n', '\n'] };
}
