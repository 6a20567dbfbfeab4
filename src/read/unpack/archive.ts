/** Reads the directory of a zip archive, and the bytes of its members. */

import * as zlib from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TrendAuditError } from '../../errors.js';
import { CorruptArchiveError } from './corrupt-archive.js';
import { inflate } from './decompressors.js';

/** The limit of a zip directory without the zip64 extension; no dump needs more files. */
const MAX_ENTRIES = 65_535;
export const STORED = 0;
export const DEFLATED = 8;

/** The directory's data on a member's content. */
export interface Checksum {
  /** Its unpacked size according to the archive. */
  readonly size: number;
  readonly crc: number;
}

/** An open zip archive. It must be closed after use. */
export class ZipArchive {
  readonly entries: readonly Entry[];
  /** Number of bytes of the file from which members were read so far. */
  bytesRead = 0;
  readonly #file: ZipFile;

  private constructor(file: ZipFile, entries: readonly Entry[]) {
    this.#file = file;
    this.entries = entries;
  }

  /**
   * Opens an archive and reads its directory, which is at its end.
   *
   * @param name the name given by the user, for errors
   * @throws CorruptArchiveError, or an error of the file system
   */
  static async open(path: string, name: string): Promise<ZipArchive> {
    const file = await openPromise(path, { autoClose: false }).catch(broken);
    try {
      if (file.entryCount > MAX_ENTRIES)
        throw new TrendAuditError('too-large', `is a zip archive of more than ${MAX_ENTRIES} files`, {
          file: name,
          hint: 'unpack it, and name the files that hold the posts',
        });
      const entries: Entry[] = [];
      for await (const entry of file.eachEntry()) entries.push(entry);
      return new ZipArchive(file, entries);
    } catch (error) {
      file.close();
      // The error messages of the library: "invalid relative path: ../x", "absolute path: /x", "invalid characters in
      // fileName".
      if (error instanceof Error && /relative path|absolute path|invalid characters/.test(error.message))
        throw new TrendAuditError('not-readable', 'is a zip archive with a file whose name leads out of it', {
          file: name,
          hint:
            'do not trust it; if you do, take the dump out of it by hand: unzip -p FILE NAME | trend-audit ' +
            'analyze -',
        });
      return broken(error);
    }
  }

  /** Offset of a member's bytes in the file. */
  async offsetOf(entry: Entry): Promise<number> {
    return (await this.#file.readLocalFileHeaderPromise(entry, { minimal: true }).catch(broken)).fileDataStart;
  }

  /**
   * The unpacked bytes of a member, checked against the archive's checksum at their end.
   *
   * @param take called with the number of bytes before they are held; throws if there are too many
   */
  async *read(entry: Entry, take: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    const packed = await this.#file.openReadStreamPromise(entry, { decodeFileData: false }).catch(broken);
    const bytes = counted(packed, (size) => void (this.bytesRead += size));
    const { uncompressedSize: size, crc32: crc } = entry;
    yield* verifyCrc(entry.compressionMethod === DEFLATED ? inflate(bytes, take) : counted(bytes, take), { size, crc });
  }

  close(): void {
    this.#file.close();
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, take: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    take(chunk.length);
    yield chunk;
  }
}

/**
 * Any error that is not of the file system means a damaged archive. One that is cut off lacks its directory, which is
 * at the end.
 */
function broken(error: unknown): never {
  throw error instanceof Error && !('syscall' in error) && !(error instanceof TrendAuditError)
    ? new CorruptArchiveError(/end of central directory|overflows|unexpected EOF/i.test(error.message))
    : error;
}

/** Passes bytes on, and throws at the end if their size or checksum differs from the archive's. */
export async function* verifyCrc(
  chunks: AsyncIterable<Uint8Array>,
  { size, crc }: Checksum,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let sum = 0;
  // Available in Node from 20.15 on.
  const checks = typeof zlib.crc32 === 'function';
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (checks) sum = zlib.crc32(chunk, sum);
    yield chunk;
  }
  if (bytes !== size || (checks && sum !== crc)) throw new CorruptArchiveError(bytes < size);
}
