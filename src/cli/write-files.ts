/** Writing files so that nobody ever finds half of one. */

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

/**
 * Bits of a mode: who may read, write and run it; who may write. And the mode of new files, less what the umask takes.
 */
const PERMISSIONS = 0o777;
const WRITABLE = 0o222;
const NEW = 0o666;

export interface OutputFile {
  readonly file: string;
  /**
   * Where that is, with the links on the way resolved: what is there is replaced, a link itself, and not what it leads
   * to.
   */
  readonly place?: string;
  /** Whole, or in pieces that are made as they are written. */
  readonly content: string | Iterable<string> | AsyncIterable<string>;
}

/** Throws TrendAuditError where one of the files is there already, or cannot be there. */
export async function assertWritable(files: readonly string[], force: boolean, invocation: Invocation): Promise<void> {
  for (const file of files) {
    const place = invocation.resolve(file);
    const found = await look(place);
    if (found === 'directory')
      throw new TrendAuditError('is-directory', 'is a directory, not a file', { file, hint: 'name a file in it' });
    if (found === 'nothing' && (await look(path.dirname(place))) !== 'directory') throw noDirectory(file);
    if (found === 'file' && !force)
      throw new TrendAuditError('not-writable', 'is there already', {
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
 * Writes the files to temporary names beside them, which nobody else can read, and renames them once all are whole. A
 * file that is replaced hands on its mode and owner; a new one has the mode that the umask gives, as files of any
 * program have, though it holds names. What is no ordinary file (a pipe, /dev/null) is written to as it is. Whatever
 * ends it before the renaming, the temporary files are removed. Gives the names of files like these that others have
 * left, or still write. Throws TrendAuditError.
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
    // What was renamed is there no more; what could not be made cannot be removed. Neither is an error of its own.
    for (const name of temporary) await rm(name, { force: true }).catch(() => {});
    removed();
  }
  return [...left];
}

/** What is said of temporary files that were found and not removed. */
export function leftoversNote(names: readonly string[]): string {
  return (
    `${formatCount(names.length, 'temporary file')} beside the output ` +
    `${plural(names.length, 'is', 'are')} left alone (of a run that goes on, younger than an hour, ` +
    `or somebody else’s): ${names.map(escapeControls).join(', ')}`
  );
}

/** Whether nobody may write to it, whoever asks, or this user may not. Replacing it would take no leave of it. */
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

/** Writes it all and closes the file. `finish` is called when it is whole, of what stands on a disk. */
async function write(handle: FileHandle, content: OutputFile['content'], finish?: () => Promise<void>): Promise<void> {
  try {
    await writeFile(
      handle,
      typeof content === 'string' || Symbol.asyncIterator in content ? content : bufferChunks(content),
    );
    // What is renamed before it is on the disk may be empty after a loss of power. Pipes and devices have no disk.
    if (finish) {
      await finish();
      await handle.datasync();
    }
  } finally {
    await handle.close();
  }
}

/**
 * Gives the new file the mode of the one that it replaces, and its owner where one may; else the mode that the umask
 * gives.
 */
async function handOn(target: string, handle: FileHandle): Promise<void> {
  const before = await stat(target).catch(() => undefined);
  if (before) {
    const { uid, gid } = await handle.stat();
    if (uid !== before.uid || gid !== before.gid) await handle.chown(before.uid, before.gid).catch(() => {});
  }
  await handle.chmod(before ? before.mode & PERMISSIONS : NEW & ~process.umask());
}

/** An error of the file system as one of this file. */
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
      return new TrendAuditError('not-writable', 'may not be written by you', {
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
