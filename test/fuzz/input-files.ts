/** Inputs as files, each called by what is in it. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those of a folder, the shortest first; none where it is not there. */
export function filesOf(folder: string): Buffer[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).sort();
  return files.map((name) => readFileSync(join(folder, name))).sort((one, other) => one.length - other.length);
}

/** Writes an input, and gives its path. */
export function keep(bytes: Buffer, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  writeFileSync(file, bytes);
  return file;
}
