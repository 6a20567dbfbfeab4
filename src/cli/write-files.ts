/** Writes files atomically: nobody sees an incomplete one. */

import { constants, rmSync } from 'node:fs';
import { access, type FileHandle, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, plural } from '../text/format.js';
import { onExitCleanup } from './interrupt.js';
import { bufferChunks } from './invocation.js';
import type { Invocation } from './invocation.js';
import { openTemporary, removeLeftovers } from './temporary-files.js';

/** Bits of a mode: all permissions, and write permission. Then the mode of new files before the umask. */
const PERMISSIONS = 0o777;
const WRITABLE = 0o222;
const NEW = 0o666;

export interface OutputFile {
  readonly file: string;
  /**
   * The resolved path, if it is fixed. A file or link there is replaced itself; the target of a link is not changed.
   */
  readonly place?: string;
  /** The whole content, or pieces that are created as they are written. */
  readonly content: string | Iterable<string> | AsyncIterable<string>;
}

/** Throws TrendAuditError where one of the files exists already (unless `force`) or cannot be written. */
export async function assertWritable(files: readonly string[], force: boolean, invocation: Invocation): Promise<void> {
  for (const file of files) {
    const place = invocation.resolve(file);
    const found = await look(place);
    if (found === 'directory')
      throw new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name a file in it' });
    if (found === 'nothing' && (await look(path.dirname(place))) !== 'directory') throw noDirectory(file);
    if (found === 'file' && !force)
      throw new TrendAuditError('not-writable', 'already exists', {
        file,
        hint: 'choose another name, or overwrite it with --force',
      });
    if (found === 'file' && (await isReadOnly(place)))
      throw new TrendAuditError('not-writable', 'is read-only', {
        file,
        hint: 'choose another name, or make it writable (chmod u+w)',
      });
  }
}

/**
 * Writes the files to private temporary files in the same directories, and renames them when all are complete. A
 * replaced file keeps its mode and owner; a new one has the default mode of the umask, although it may contain names. A
 * special file (a pipe, /dev/null) is written directly. After an error or a signal, the temporary files are removed.
 * @returns the names of similar temporary files that belong to other runs or users
 * @throws TrendAuditError
 */
export async function writeFilesAtomically(files: readonly OutputFile[], invocation: Invocation): Promise<string[]> {
  const temporary = new Set<string>();
  const waiting: { readonly temporary: string; readonly target: string; readonly file: string }[] = [];
  const left = new Set<string>();
  const removed = onExitCleanup(() => temporary.forEach((name) => rmSync(name, { force: true })));
  const names = {
    begins: (name: string) => void temporary.add(name),
    taken: (name: string) => void temporary.delete(name),
  };
  try {
    for (const { file, content, place: fixed } of files) {
      const place = fixed ?? invocation.resolve(file);
      const found = fixed === undefined ? await look(place) : 'nothing';
      if (found === 'special') {
        await told(file, async () => write(await open(place, 'w'), content));
        continue;
      }
      const target = found === 'nothing' ? place : await realpath(place);
      for (const name of await removeLeftovers(target)) left.add(name);
      const { name, handle } = await told(file, () => openTemporary(target, names));
      await told(file, () => write(handle, content, () => handOn(target, handle)));
      waiting.push({ temporary: name, target, file });
    }
    for (const { temporary: name, target, file } of waiting) await told(file, () => rename(name, target));
  } finally {
    // Renamed files no longer exist, and files that could not be created cannot be removed: neither is an error.
    for (const name of temporary) await rm(name, { force: true }).catch(() => {});
    removed();
  }
  return [...left];
}

/** The note about temporary files that were found and not removed. */
export function leftoversNote(names: readonly string[]): string {
  return (
    `${formatCount(names.length, 'temporary file')} beside the output ` +
    `${plural(names.length, 'is', 'are')} left alone (of a run that goes on, younger than an hour, ` +
    `or somebody else’s): ${names.map(escapeControls).join(', ')}`
  );
}

/** Whether the file is read-only, for everybody or for this user. A rename would replace it without asking. */
async function isReadOnly(file: string): Promise<boolean> {
  const { mode } = await stat(file);
  return (mode & WRITABLE) === 0 || (await access(file, constants.W_OK).then(no, yes));
}

async function look(file: string): Promise<'nothing' | 'file' | 'directory' | 'special'> {
  try {
    const found = await stat(file);
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'special';
  } catch {
    return 'nothing';
  }
}

/** Writes the content and closes the file. `finish` is called when a regular file is complete. */
async function write(handle: FileHandle, content: OutputFile['content'], finish?: () => Promise<void>): Promise<void> {
  try {
    await writeFile(
      handle,
      typeof content === 'string' || Symbol.asyncIterator in content ? content : bufferChunks(content),
    );
    // Without this a renamed file may be empty after a power failure. Pipes and devices do not need it.
    if (finish) {
      await finish();
      await handle.datasync();
    }
  } finally {
    await handle.close();
  }
}

/**
 * Gives the new file the mode of the file that it replaces, and its owner if permitted; else the default mode of the
 * umask.
 */
async function handOn(target: string, handle: FileHandle): Promise<void> {
  const before = await stat(target).catch(() => undefined);
  if (before) {
    const { uid, gid } = await handle.stat();
    if (uid !== before.uid || gid !== before.gid) await handle.chown(before.uid, before.gid).catch(() => {});
  }
  await handle.chmod(before ? before.mode & PERMISSIONS : NEW & ~process.umask());
}

/** Converts an error of the file system into a TrendAuditError for this file. */
function told<T>(file: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw explain(error, file);
  });
}

function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return noDirectory(file);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new TrendAuditError('not-writable', 'cannot be written with your permissions', {
        file,
        hint: 'choose another directory, or check its permissions',
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new TrendAuditError('not-writable', 'the disk is full', {
        file,
        hint: 'make room, or choose another disk',
      });
    default:
      return new TrendAuditError('not-writable', `cannot be written (${String(error.code)})`, {
        file,
        hint: 'choose another name',
      });
  }
}

function noDirectory(file: string): TrendAuditError {
  return new TrendAuditError('not-writable', 'its directory is not there', {
    file,
    hint: 'make the directory first, or check the name',
  });
}

const yes = (): boolean => true;
const no = (): boolean => false;
