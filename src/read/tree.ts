/**
 * Finds out whether a file is in a folder, with links resolved: a path from an untrusted user must not lead out of
 * that user's folder.
 */

import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';

/** `git`: in the folder, but within git's own data, which may contain credentials. */
export type TreePlace = 'inside' | 'outside' | 'git';

/** Where a file is, or would be. A broken link counts as outside, because its target may appear later. */
export async function placeInTree(file: string, root: string): Promise<TreePlace> {
  const [place, top] = await Promise.all([realPlace(file), realPlace(root)]);
  if (place === undefined || top === undefined) return 'outside';
  const steps = path.relative(top, place).split(path.sep);
  // On another drive of Windows, the relative path is absolute.
  if (steps[0] === '..' || path.isAbsolute(path.relative(top, place))) return 'outside';
  // Some file systems ignore case, and Windows drops dots and spaces at the end.
  return steps.some((step) => step.toLowerCase().replace(/[. ]+$/u, '') === '.git') ? 'git' : 'inside';
}

/** The path with all links resolved, as far as it exists; undefined if a link on the way is broken. */
async function realPlace(file: string): Promise<string | undefined> {
  const place = path.resolve(file);
  const missing: string[] = [];
  for (let there = place; ; there = path.dirname(there)) {
    const real = await realpath(there).catch(() => undefined);
    if (real !== undefined) return path.join(real, ...missing);
    if (await isThere(there)) return undefined;
    if (there === path.dirname(there)) return place;
    missing.unshift(path.basename(there));
  }
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
