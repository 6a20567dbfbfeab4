/** The files in which outputs are written until they are whole, and those that earlier runs left behind. */

import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, open, opendir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { HOUR } from '../time/units.js';

/** Nobody but the owner reads what is not whole. */
const PRIVATE = 0o600;
/** Bytes of a file's name that every file system takes. */
const LONGEST_NAME = 255;
/** How many names are tried. A random name is hardly ever taken twice. */
const TRIES = 8;
const RANDOM_BYTES = 6;
/** A file that a process without name still writes to is touched more often. */
const OLD = HOUR;

export interface TemporaryFile {
  readonly name: string;
  readonly handle: FileHandle;
}

/**
 * A new file beside the target, `.TARGET.trend-audit-PID-RANDOM.tmp`, which nobody else can read. `begins` is told
 * each name before it is there, and `taken` each that was somebody else's.
 */
export async function openTemporary(
  target: string,
  {
    begins,
    taken,
    random = () => randomBytes(RANDOM_BYTES).toString('hex'),
  }: { begins: (name: string) => void; taken: (name: string) => void; random?: () => string },
): Promise<TemporaryFile> {
  for (let tries = 1; ; tries++) {
    const name = path.join(path.dirname(target), `${prefixOf(target)}${process.pid}-${random()}.tmp`);
    begins(name);
    try {
      return { name, handle: await open(name, 'wx', PRIVATE) };
    } catch (error) {
      taken(name);
      if (tries === TRIES || codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/**
 * Removes what earlier runs left of this target: files of one's own, of processes that no longer run, an hour old and
 * older. Gives the names of all others that are called like that.
 */
export async function removeLeftovers(target: string): Promise<string[]> {
  const directory = path.dirname(target);
  const left: string[] = [];
  for (const [name, pid] of await leftoversIn(directory, prefixOf(target))) {
    const file = path.join(directory, name);
    // Where it cannot be removed, or is gone meanwhile, the run is none the worse.
    const isRemoved = (await isAbandoned(file, pid)) && (await unlink(file).then(yes, no));
    if (!isRemoved) left.push(file);
  }
  return left.sort();
}

async function leftoversIn(directory: string, prefix: string): Promise<[name: string, pid: number][]> {
  const found: [string, number][] = [];
  try {
    for await (const { name } of await opendir(directory)) {
      if (!name.startsWith(prefix)) continue;
      const [, pid] = /^(\d+)-[0-9a-f]{12}\.tmp$/u.exec(name.slice(prefix.length)) ?? [];
      if (pid !== undefined) found.push([name, Number(pid)]);
    }
  } catch {
    // A directory that may be written to and not read keeps its leftovers.
  }
  return found;
}

async function isAbandoned(file: string, pid: number): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  return (
    found !== undefined &&
    found.isFile() &&
    found.nlink === 1 &&
    found.uid === process.getuid?.() &&
    Date.now() - found.mtimeMs >= OLD &&
    !isRunning(pid)
  );
}

/** Whether there is such a process, be it somebody else's. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** What stands before the process's number. Of a long name as much as leaves room, no character cut in two. */
function prefixOf(target: string): string {
  const rest = '.trend-audit-';
  const room = LONGEST_NAME - rest.length - `.4194304-${'0'.repeat(2 * RANDOM_BYTES)}.tmp`.length;
  let name = '';
  let bytes = 0;
  for (const character of path.basename(target)) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    name += character;
  }
  return `.${name}${rest}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

const yes = (): boolean => true;
const no = (): boolean => false;
