/**
 * Whether a file is in a folder, links resolved: what a stranger may name must not lead out of what is the stranger's
 * own.
 */

import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';

/** `git`: within the folder, in the data of git itself, where credentials may be kept. */
export type TreePlace = 'inside' | 'outside' | 'git';

/** Where a file is, or would be. A link that leads nowhere is outside: nobody knows what will be there. */
export async function placeInTree(file: string, root: string): Promise<TreePlace> {
  const [place, top] = await Promise.all([realPlace(file), realPlace(root)]);
  if (place === undefined || top === undefined) return 'outside';
  const steps = path.relative(top, place).split(path.sep);
  // On another drive of Windows it is a whole path.
  if (steps[0] === '..' || path.isAbsolute(path.relative(top, place))) return 'outside';
  // Some disks tell no capitals apart, and Windows drops dots and spaces at the end.
  return steps.some((step) => step.toLowerCase().replace(/[. ]+$/u, '') === '.git') ? 'git' : 'inside';
}

/** The place with every link resolved, as far as there is anything; undefined where a link on the way leads nowhere. */
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
