/** Recognises a file by its first bytes, whatever its name is. */

import { TrendAuditError } from '../../errors.js';

export type Compression = 'gzip' | 'zstd' | 'bzip2' | 'zip';
/** Binary files that hold tables. A workbook is a zip archive and is recognised by its directory. */
export type TableContainer = 'parquet' | 'workbook' | 'sqlite';
export type Container = Compression | TableContainer;
/** All containers that can be read. */
export const CONTAINERS: readonly Container[] = ['gzip', 'zstd', 'bzip2', 'zip', 'parquet', 'workbook', 'sqlite'];

const READ: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  // SQLite format 3, and a zero byte.
  ['sqlite', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0)).concat(0)],
];

const STRANGE: readonly (readonly [readonly number[], string, string])[] = [
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz', 'unpack it first: xz -dc FILE | trend-audit analyze -'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7z archive', 'unpack it first: 7z x FILE'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'a rar archive', 'unpack it first: unrar x FILE'],
  [[0x04, 0x22, 0x4d, 0x18], 'lz4', 'unpack it first: lz4 -dc FILE | trend-audit analyze -'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an old workbook (.xls) or one with a password',
    'save it as .xlsx without a password, which keeps ids and dates whole',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'give the table of posts as CSV'],
  [[0x50, 0x41, 0x52, 0x45], 'encrypted Parquet', 'decrypt it first'],
];
const TAR_AT = 257;
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];

/** The container of a file; undefined if there is none. */
export function detectContainer(head: Uint8Array): Container | undefined {
  const found = READ.find(([, magic]) => begins(head, magic))?.[0];
  // A text may begin with BZh or PAR1 too: the bytes after it decide.
  if (found === 'bzip2')
    return (head[3] ?? 0) >= 0x31 && (head[3] ?? 0) <= 0x39 && (head[4] === 0x31 || head[4] === 0x17)
      ? found
      : undefined;
  if (found === 'parquet') return head.length < 12 || head.includes(0) ? found : undefined;
  // Skippable frames, which may come before any other.
  if (found === undefined && ((head[0] ?? 0) & 0xf0) === 0x50 && begins(head.subarray(1), [0x2a, 0x4d, 0x18]))
    return 'zstd';
  return found;
}

/** Whether a container is a binary file that holds tables. */
export function isTableContainer(container: Container): container is TableContainer {
  return container === 'parquet' || container === 'workbook' || container === 'sqlite';
}

/** Throws TrendAuditError if the bytes are of a known but unsupported format. */
export function rejectUnsupported(head: Uint8Array, name: string): void {
  for (const [magic, what, hint] of STRANGE) {
    if (begins(head, magic)) throw new TrendAuditError('not-text', `is ${what}, not text`, { file: name, hint });
  }
  if (begins(head.subarray(TAR_AT), TAR)) {
    throw new TrendAuditError('not-text', 'is a tar archive, not text', {
      file: name,
      hint: 'unpack it, and name the files that belong together: tar -xf FILE',
    });
  }
}

function begins(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}
