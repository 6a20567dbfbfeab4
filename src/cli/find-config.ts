/**
 * Looks for a configuration file in the working directory and the folders above, within the repository or the home
 * folder.
 */

import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { TrendAuditError } from '../errors.js';
import { CONFIG_BYTES } from './config-limits.js';
import { isHome, isRepository, treeOf } from './config-tree.js';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

/** The key in package.json, and the start of the other names. */
export const CONFIG_KEY = 'trend-audit';
export const CONFIG_FILE = `${CONFIG_KEY}.config.json`;
/** Data formats only: a configuration that is a program would have to be run. */
const PLACES = [CONFIG_FILE, `${CONFIG_KEY}.config.yaml`, `${CONFIG_KEY}.config.yml`, 'package.json'];

/**
 * The first configuration found in the working directory or a folder above, up to the root of the repository or the
 * home folder. Throws TrendAuditError where there is none, or where it may belong to another user.
 */
export async function findConfig({ io }: Invocation): Promise<string> {
  const start = await stat(io.cwd).catch(() => undefined);
  for (let folder = path.resolve(io.cwd); ; folder = path.dirname(folder)) {
    for (const name of PLACES) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => undefined);
      if (!found || (name === 'package.json' && !(await hasKey(file, found)))) continue;
      const relative = path.relative(io.cwd, file);
      const inside = folder === path.resolve(io.cwd) || (await treeOf(folder, io)).kind === 'repository';
      const problem = whyNotTaken(found, await stat(folder), {
        users: [process.getuid?.(), start?.uid],
        mayBeShared: inside || process.getuid === undefined,
      });
      if (problem === undefined) return relative;
      throw new TrendAuditError('usage', `was found and is not used: ${problem}`, {
        file: relative,
        hint: `if you trust it, name it: ${PROGRAM} check ${relative}`,
      });
    }
    if (folder === path.dirname(folder) || isHome(folder, io) || (await isRepository(folder))) break;
  }
  throw new TrendAuditError(
    'not-found',
    `no configuration: there is no ${CONFIG_FILE} (or .yaml, or the key ${CONFIG_KEY} in ` +
      'package.json) here or in a directory above',
    { hint: `write a first one with ${PROGRAM} check --init, or name one, as in ${PROGRAM} check my.config.json` },
  );
}

interface Trust {
  /** User ids whose files are trusted, besides root: the user and the owner of the working directory. */
  readonly users: readonly (number | undefined)[];
  /**
   * Whether a place that every user can write to is accepted. Some CI runners check out repositories with that mode; in
   * a folder above the working directory, another user could have put the file there.
   */
  readonly mayBeShared: boolean;
}

/**
 * The reason not to use a file that was found, not named; undefined if it can be used. git refuses another user's
 * repository for the same reason.
 */
export function whyNotTaken(
  file: Pick<Stats, 'uid' | 'mode'>,
  folder: Pick<Stats, 'uid' | 'mode'>,
  { users, mayBeShared }: Trust,
): string | undefined {
  const trusted = new Set([0, ...users]);
  if (!trusted.has(file.uid)) return 'it belongs to another user';
  if (!trusted.has(folder.uid)) return 'its folder belongs to another user';
  const isShared = (file.mode | folder.mode) & 0o002;
  return isShared && !mayBeShared ? 'every user of this machine may write there' : undefined;
}

/** Whether a package.json has the key; false where it is too large or not valid JSON. */
async function hasKey(file: string, stats: Stats): Promise<boolean> {
  if (!stats.isFile() || stats.size > CONFIG_BYTES) return false;
  try {
    const manifest: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''));
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, CONFIG_KEY);
  } catch {
    return false;
  }
}
