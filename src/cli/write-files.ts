/** Writing files so that nobody ever finds half of one. */

import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import { onExitCleanup } from './interrupt.js';
import { bufferChunks } from './invocation.js';
import type { Invocation } from './invocation.js';

export interface OutputFile {
  readonly file: string;
  /** Where that is, with the links on the way resolved: what is there is replaced, a link itself, and not what it leads to. */
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
  }
}

/**
 * Writes the files to temporary names beside them, and renames them once all are whole. What is no ordinary file (a pipe,
 * /dev/null) is written to as it is. Whatever ends it before the renaming, the temporary files are removed. Throws TrendAuditError.
 */
export async function writeFilesAtomically(files: readonly OutputFile[], invocation: Invocation): Promise<void> {
  const waiting: { readonly temporary: string; readonly target: string; readonly file: string }[] = [];
  const removed = onExitCleanup(() => waiting.forEach(({ temporary }) => rmSync(temporary, { force: true })));
  try {
    for (const { file, content, place: fixed } of files) {
      const place = fixed ?? invocation.resolve(file);
      const found = fixed === undefined ? await look(place) : 'nothing';
      const target = found === 'nothing' ? place : await realpath(place);
      const temporary =
        found === 'special' ? target : path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
      if (found !== 'special') waiting.push({ temporary, target, file });
      await write(temporary, content, file, found === 'special' ? 'w' : 'wx');
    }
    for (const { temporary, target, file } of waiting)
      await rename(temporary, target).catch((error: unknown) => {
        throw explain(error, file);
      });
  } finally {
    // What was renamed is there no more; what could not be made cannot be removed. Neither is an error of its own.
    for (const { temporary } of waiting) await rm(temporary, { force: true }).catch(() => {});
    removed();
  }
}

async function look(file: string): Promise<'nothing' | 'file' | 'directory' | 'special'> {
  try {
    const found = await stat(file);
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'special';
  } catch {
    return 'nothing';
  }
}

async function write(
  temporary: string,
  content: OutputFile['content'],
  file: string,
  flags: 'w' | 'wx',
): Promise<void> {
  try {
    const handle = await open(temporary, flags);
    try {
      await writeFile(
        handle,
        typeof content === 'string' || Symbol.asyncIterator in content ? content : bufferChunks(content),
      );
      // What is renamed before it is on the disk may be empty after a loss of power. Pipes and devices have no disk.
      if (flags === 'wx') await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explain(error, file);
  }
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
