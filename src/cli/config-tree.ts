/** The files that a configuration may name: those of its repository, or of its folder where it is in none. */

import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Io } from './invocation.js';

export interface ConfigTree {
  readonly root: string;
  readonly kind: 'repository' | 'folder';
}

/**
 * The repository, for one of several projects in it may hold the dumps of all, and all of it is as much in the hands of
 * whoever wrote the configuration. A repository of the whole home folder is none of these: private keys are in it.
 */
export async function treeOf(folder: string, io: Pick<Io, 'env'>): Promise<ConfigTree> {
  for (let above = folder; !isHome(above, io); above = path.dirname(above)) {
    if (await isRepository(above)) return { root: above, kind: 'repository' };
    if (above === path.dirname(above)) break;
  }
  return { root: folder, kind: 'folder' };
}

/** Whether a folder is the root of a repository, or of a worktree or a submodule, where `.git` is a file. */
export async function isRepository(folder: string): Promise<boolean> {
  return (await stat(path.join(folder, '.git')).catch(() => undefined)) !== undefined;
}

/** Whether a folder is the user's home, by HOME or USERPROFILE, else as the system says. */
export function isHome(folder: string, { env }: Pick<Io, 'env'>): boolean {
  return folder === path.resolve(env['HOME'] ?? env['USERPROFILE'] ?? homedir());
}
