import type { Entry } from 'yauzl';
import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { type Checksum, DEFLATED, STORED, ZipArchive } from './archive.js';

/** The position of the single file in a zip archive. */
export interface ZipEntry extends Checksum {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly packed: boolean;
}

/** Files that operating systems add to archives. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/;

/**
 * Finds the single file of a zip archive; returns `workbook` if the archive is a spreadsheet. The directory is at the
 * end of the archive, so a path is needed, and several files are detected before the first is read. Throws
 * TrendAuditError if there is not exactly one file, or it cannot be read.
 */
export async function findEntry(path: string, name: string): Promise<ZipEntry | 'workbook'> {
  const archive = await ZipArchive.open(path, name);
  try {
    const files = archive.entries.filter(({ fileName }) => !fileName.endsWith('/') && !JUNK.test(fileName));
    // An OpenDocument sheet has its rows in one of its files.
    const sheet = isOpenDocument(files) ? files.find(({ fileName }) => fileName === 'content.xml') : undefined;
    const file = sheet ?? files[0];
    if (files.some(({ fileName }) => fileName === '[Content_Types].xml')) return 'workbook';
    if (file === undefined)
      throw new TrendAuditError('empty', 'is a zip archive with no file in it', {
        file: name,
        hint: 'give an archive that holds one dump',
      });
    if (files.length > 1 && !sheet) {
      const some = files
        .slice(0, 5)
        .map(({ fileName }) => escapeControls(fileName))
        .join(', ');
      throw new TrendAuditError(
        'unknown-format',
        `is a zip archive of ${files.length} files, not of one: ${some}${files.length > 5 ? ', …' : ''}`,
        {
          file: name,
          hint: 'unpack it, and name the files that belong together: unzip FILE -d DIRECTORY',
          unquoted: { message: `is a zip archive of ${files.length} files, not of one` },
        },
      );
    }
    if (file.isEncrypted())
      throw new TrendAuditError('not-readable', 'is a zip archive that needs a password', {
        file: name,
        hint: 'unpack it first: unzip FILE',
      });
    if (file.compressionMethod !== DEFLATED && file.compressionMethod !== STORED) {
      throw new TrendAuditError(
        'unknown-format',
        `is a zip archive packed in a way that is not supported (method ${file.compressionMethod})`,
        { file: name, hint: 'unpack it first: unzip FILE, or 7z x FILE' },
      );
    }
    return {
      name: file.fileName,
      offset: await archive.offsetOf(file),
      length: file.compressedSize,
      packed: file.compressionMethod === DEFLATED,
      size: file.uncompressedSize,
      crc: file.crc32,
    };
  } finally {
    archive.close();
  }
}

function isOpenDocument(files: readonly Entry[]): boolean {
  const names = new Set(files.map(({ fileName }) => fileName));
  return names.has('mimetype') && names.has('content.xml');
}

/** The bytes of one section; the rest is read too, so that every byte is counted. */
export async function* slice(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, offset - at), Math.max(0, offset + length - at));
    at += chunk.length;
    if (part.length > 0) yield part;
  }
}
