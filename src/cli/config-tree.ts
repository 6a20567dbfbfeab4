/** The tree of files that a configuration may name: its repository, or its folder if it is not in a repository. */

import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Io } from './invocation.js';

export interface ConfigTree {
  readonly root: string;
  readonly kind: 'repository' | 'folder';
}

/**
 * The tree of a configuration in this folder. It is the whole repository: projects in it may share dumps, and all of it
 * can be changed by the author of the configuration. A repository at or above the home folder does not count: it may
 * contain private keys.
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

/** Whether a folder is the user's home, by HOME or USERPROFILE, else by the operating system. */
export function isHome(folder: string, { env }: Pick<Io, 'env'>): boolean {
  return folder === path.resolve(env['HOME'] ?? env['USERPROFILE'] ?? homedir());
}
