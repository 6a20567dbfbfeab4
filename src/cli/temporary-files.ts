/** Temporary files, in which outputs are written until they are complete, and those that earlier runs left behind. */

import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, open, opendir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { HOUR } from '../time/units.js';

/** Mode of an incomplete file: only the owner can read it. */
const PRIVATE = 0o600;
/** Maximum bytes of a file name, on all common file systems. */
const LONGEST_NAME = 255;
/** How many names are tried; a random name is almost never taken twice. */
const TRIES = 8;
const RANDOM_BYTES = 6;
/** In ms. Also protects the file of a running process whose id is not visible here: it is modified more often. */
const OLD = HOUR;

export interface TemporaryFile {
  readonly name: string;
  readonly handle: FileHandle;
}

/**
 * Creates a new file in the target's directory, `.TARGET.trend-audit-PID-RANDOM.tmp`, with access only for its owner.
 * `begins` is called with each name before the file is created, and `taken` with each name that could not be created.
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
 * Removes temporary files that earlier runs left for this target: the user's own, of processes that no longer run, and
 * at least an hour old. Returns the names of all others with that form.
 */
export async function removeLeftovers(target: string): Promise<string[]> {
  const directory = path.dirname(target);
  const left: string[] = [];
  for (const [name, pid] of await leftoversIn(directory, prefixOf(target))) {
    const file = path.join(directory, name);
    // A file that cannot be removed, or is already gone, does no harm to the run.
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
    // A directory that cannot be listed keeps its leftovers.
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

/** Whether the process exists, also if it belongs to another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** The name before the process id. A long target name is cut to fit, between characters. */
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
