import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { addAbortSignal } from 'node:stream';
import { TrendAuditError } from '../errors.js';

const CHUNK_BYTES = 256 * 1024;

export interface Source {
  /** As the user named it; `-` is standard input. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Undefined where it is not known beforehand (a pipe). */
  readonly bytesTotal: number | undefined;
  /** The same bytes from the start, where they can be had a second time. */
  readonly again?: () => AsyncIterable<Uint8Array>;
}

/** Opens a file, or standard input for `-`. The file is closed when its chunks are no longer read. */
export async function openSource(path: string, signal?: AbortSignal): Promise<Source> {
  if (path === '-')
    return {
      name: path,
      chunks: signal ? addAbortSignal(signal, process.stdin) : process.stdin,
      bytesTotal: undefined,
    };
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      throw new TrendAuditError('is-directory', 'is a directory, not a file', {
        file: path,
        hint: 'name the files in it, one by one or with a pattern such as directory/*.csv',
      });
    }
    const open = (): AsyncIterable<Uint8Array> => guarded(path, signal);
    return stats.isFile()
      ? { name: path, chunks: open(), bytesTotal: stats.size, again: open }
      : { name: path, chunks: open(), bytesTotal: undefined };
  } catch (error) {
    throw toFileError(error, path);
  }
}

async function* guarded(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES, signal });
  } catch (error) {
    throw toFileError(error, path);
  }
}

/** The file system's errors in words; anything else as it is. */
export function toFileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof TrendAuditError) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new TrendAuditError('not-found', 'no such file', {
        file,
        hint: 'check the name and the directory that you are in',
      });
    case 'EISDIR':
      return new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name the files in it' });
    case 'EACCES':
    case 'EPERM':
      return new TrendAuditError('not-readable', 'may not be read by you', { file, hint: 'check its permissions' });
    case 'EIO':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'EMFILE':
      return new TrendAuditError('not-readable', `cannot be read (${error.code})`, {
        file,
        hint: 'copy it elsewhere and try again',
      });
    default:
      return error;
  }
}

/** What changes when a file does; the same for whatever is no file. */
export async function fileFingerprint(path: string): Promise<string> {
  if (path === '-') return '';
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return [size, mtimeMs, ino].join();
  } catch {
    return '';
  }
}
