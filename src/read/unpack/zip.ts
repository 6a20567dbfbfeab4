import * as zlib from 'node:zlib';
import { openPromise, type Entry } from 'yauzl';
import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { CorruptArchiveError } from './decompressors.js';

/** Where in a zip archive its one file lies. */
export interface ZipEntry {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly packed: boolean;
  /** Its size when unpacked, as the archive says. */
  readonly size: number;
  readonly crc: number;
}

const STORED = 0;
const DEFLATED = 8;
/** What operating systems put beside the files that people pack. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/;

/**
 * The one file of a zip archive. Its directory stands at the end of the archive: so a path is needed, and several files
 * are known before the first is read. Throws TrendAuditError where there is none or more, or one that cannot be read.
 */
export async function findEntry(path: string, name: string): Promise<ZipEntry> {
  const { entries, offsetOf, close } = await directoryOf(path);
  try {
    const files = entries.filter(({ fileName }) => !fileName.endsWith('/') && !JUNK.test(fileName));
    const [file] = files;
    if (entries.some(({ fileName }) => fileName === '[Content_Types].xml')) {
      throw new TrendAuditError('not-text', 'is a spreadsheet (.xlsx) or another office document, not text', {
        file: name,
        hint: 'save the sheet as CSV UTF-8',
      });
    }
    if (file === undefined)
      throw new TrendAuditError('empty', 'is a zip archive with no file in it', {
        file: name,
        hint: 'give an archive that holds one dump',
      });
    if (files.length > 1) {
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
        `is a zip archive packed in a way that is not read here (method ${file.compressionMethod})`,
        { file: name, hint: 'unpack it first: unzip FILE, or 7z x FILE' },
      );
    }
    return {
      name: file.fileName,
      offset: await offsetOf(file),
      length: file.compressedSize,
      packed: file.compressionMethod === DEFLATED,
      size: file.uncompressedSize,
      crc: file.crc32,
    };
  } finally {
    close();
  }
}

interface Directory {
  readonly entries: readonly Entry[];
  readonly offsetOf: (entry: Entry) => Promise<number>;
  readonly close: () => void;
}

async function directoryOf(path: string): Promise<Directory> {
  try {
    const archive = await openPromise(path, { autoClose: false });
    const close = (): void => archive.close();
    try {
      const entries: Entry[] = [];
      for await (const entry of archive.eachEntry()) entries.push(entry);
      return {
        entries,
        offsetOf: async (entry) =>
          (await archive.readLocalFileHeaderPromise(entry, { minimal: true }).catch(broken)).fileDataStart,
        close,
      };
    } catch (error) {
      close();
      throw error;
    }
  } catch (error) {
    return broken(error);
  }
}

/** What is not the file system's error is the archive's. One that is cut off has lost its end, where its directory stands. */
function broken(error: unknown): never {
  throw error instanceof Error && !('syscall' in error)
    ? new CorruptArchiveError(/end of central directory|overflows|unexpected EOF/i.test(error.message))
    : error;
}

/** Passes bytes on and fails at their end where they are not those that the archive was told to keep. */
export async function* verifyCrc(
  chunks: AsyncIterable<Uint8Array>,
  { size, crc }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let sum = 0;
  // Node has it from 20.15 on.
  const checks = typeof zlib.crc32 === 'function';
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (checks) sum = zlib.crc32(chunk, sum);
    yield chunk;
  }
  if (bytes !== size || (checks && sum !== crc)) throw new CorruptArchiveError(bytes < size);
}

/** The bytes of one stretch; what lies beside it is read too, so that every byte is counted. */
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
