import { constants, rmSync } from 'node:fs';
import { copyFile, mkdtemp, open, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TrendAuditError } from '../../errors.js';
import type { Source } from '../open.js';

/** Journal files next to a database, with changes that are not yet written to it or not yet undone. */
const JOURNALS = ['-wal', '-journal'];

/**
 * Offset of the read and write versions in the header of a database: 2 for write-ahead logging, 1 for a rollback
 * journal.
 */
const MODE_AT = 18;
const WRITE_AHEAD = 2;
const IN_PLACE = 1;

export interface StagedDatabase {
  /** The path of the database in a temporary folder. */
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a database accessible in a temporary folder, so that no lock files are written next to it and read-only
 * folders work. A database with write-ahead logging is copied, and the copy is marked as not using it: the
 * library supports no other mode.
 *
 * @throws TrendAuditError if a journal file contains a part of it; errors of the file system
 */
export async function stageDatabase({ path: given, name }: Pick<Source, 'path' | 'name'>): Promise<StagedDatabase> {
  const file = path.resolve(given ?? name);
  await checkJournals(file, name);
  const folder = await mkdtemp(path.join(tmpdir(), 'trend-audit-'));
  // A signal may end the process at any time, and a copy of a dump must not be left behind.
  const removeAtOnce = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeAtOnce);
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    process.off('exit', removeAtOnce);
  };
  const staged = path.join(folder, 'database');
  try {
    if (await isWrittenAhead(file)) {
      await copyFile(file, staged, constants.COPYFILE_FICLONE);
      await markInPlace(staged);
    } else await symlink(file, staged).catch(() => copyFile(file, staged));
    return { path: staged, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function checkJournals(file: string, name: string): Promise<void> {
  for (const ending of JOURNALS) {
    const size = await stat(file + ending).then(
      (stats) => stats.size,
      () => 0,
    );
    if (size === 0) continue;
    throw new TrendAuditError(
      'not-readable',
      `is an SQLite database that a program has open, or left open: a part of it is in ${name}${ending}`,
      {
        file: name,
        hint: `close the program, or give a copy that is whole: sqlite3 '${name}' "VACUUM INTO 'whole.db'"`,
      },
    );
  }
}

async function isWrittenAhead(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, MODE_AT);
    return buffer.includes(WRITE_AHEAD);
  } finally {
    await handle.close();
  }
}

async function markInPlace(copy: string): Promise<void> {
  const handle = await open(copy, 'r+');
  try {
    await handle.write(Buffer.from([IN_PLACE, IN_PLACE]), 0, 2, MODE_AT);
  } finally {
    await handle.close();
  }
}
