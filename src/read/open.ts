import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { addAbortSignal, Readable } from 'node:stream';
import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { placeInTree } from './tree.js';

const CHUNK_BYTES = 256 * 1024;

export interface Source {
  /** The name given by the user; `-` is standard input. */
  readonly name: string;
  /** Its path on the disk; undefined if it is not a file. */
  readonly path?: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Undefined if it is not known in advance (a pipe). */
  readonly bytesTotal: number | undefined;
  /** Reads the same bytes again from the start; absent if that is not possible. */
  readonly again?: () => AsyncIterable<Uint8Array>;
}

/** The base of relative paths, the folder outside of which nothing is read, and the stream for `-`. */
export type Place = Pick<AnalyzeOptions, 'cwd' | 'stdin' | 'within'>;

/** The path on the disk of a file with this name. */
export function locate(name: string, { cwd, within }: Place): string {
  // The same path is checked and opened: the system resolves `link/..` to another folder than the path's text
  // suggests.
  if (within !== undefined) return path.resolve(cwd ?? '', name);
  return cwd === undefined ? name : path.resolve(cwd, name);
}

/** Opens a file, or standard input for `-`. The file is closed when reading its chunks ends. */
export async function openSource(
  name: string,
  { signal, ...place }: Place & Pick<AnalyzeOptions, 'signal'>,
): Promise<Source> {
  if (name === '-') {
    const { stdin = process.stdin } = place;
    const stream = stdin instanceof Readable ? stdin : Readable.from(stdin, { objectMode: false });
    return { name, chunks: signal ? addAbortSignal(signal, stream) : stream, bytesTotal: undefined };
  }
  await assertWithin(name, place);
  const file = locate(name, place);
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) {
      throw new TrendAuditError('is-directory', 'is a directory, not a file', {
        file: name,
        hint: 'name the files in it, one by one or with a pattern such as directory/*.csv',
      });
    }
    const open = (): AsyncIterable<Uint8Array> => guarded(file, name, signal);
    return stats.isFile()
      ? { name, path: file, chunks: open(), bytesTotal: stats.size, again: open }
      : { name, path: file, chunks: open(), bytesTotal: undefined };
  } catch (error) {
    throw toFileError(error, name);
  }
}

/** Throws TrendAuditError if a file is outside of the folder to which reading is limited. */
export async function assertWithin(name: string, place: Place): Promise<void> {
  if (place.within === undefined) return;
  if (isAddress(name)) throw noSuchFile(name);
  if ((await placeInTree(locate(name, place), place.within)) === 'inside') return;
  throw new TrendAuditError('not-readable', 'is not in the folder that files are read from, or is a link out of it', {
    file: name,
    hint: 'put a copy of it where the others are',
  });
}

async function* guarded(file: string, name: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: CHUNK_BYTES, signal });
  } catch (error) {
    throw toFileError(error, name);
  }
}

/** Converts file system errors to errors with a message; others are returned unchanged. */
export function toFileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof TrendAuditError) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return noSuchFile(file);
    case 'EISDIR':
      return new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name the files in it' });
    case 'EACCES':
    case 'EPERM':
      return new TrendAuditError('not-readable', 'cannot be read with your permissions', {
        file,
        hint: 'check its permissions',
      });
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

/** Hides what may be a user and a password in database addresses within a text. */
export function hidePasswords(text: string): string {
  return text.replaceAll(/(\bclickhouses?:\/\/)[^\s/]*@/giu, '$1…@');
}

/** The error for a missing file; for an address it explains what to do instead. */
export function noSuchFile(file: string): TrendAuditError {
  if (/^clickhouses?:\/\//iu.test(file))
    return new TrendAuditError('not-found', 'is the address of a store, not a file', {
      file: hidePasswords(file),
      hint: 'ask a store with --from ADDRESS, as in trend-audit analyze --from clickhouse://localhost/posts',
    });
  return isAddress(file)
    ? new TrendAuditError('not-found', 'is an address, not a file: nothing is fetched from the network', {
        file,
        hint: `download it first, as with curl -L -O '${file}', then name the file`,
      })
    : new TrendAuditError('not-found', 'no such file', {
        file,
        hint: 'check the name and the directory that you are in',
      });
}

/** Whether a name is a web address, or the address of a database. */
export function isAddress(name: string): boolean {
  return /^(?:https?|ftp|clickhouses?):\/\//iu.test(name);
}

/** A text that changes when the file does; always '' if it is not a file. */
export async function fileFingerprint(name: string, place: Place): Promise<string> {
  if (name === '-') return '';
  try {
    const { size, mtimeMs, ino } = await stat(locate(name, place));
    return [size, mtimeMs, ino].join();
  } catch {
    return '';
  }
}

/**
 * Whether a file was modified in place between two fingerprints. A file that was removed or replaced keeps its bytes
 * while it is open, so that does not count.
 */
export function isWrittenTo(before: string, after: string): boolean {
  return before !== after && before !== '' && before.split(',').at(-1) === after.split(',').at(-1);
}
