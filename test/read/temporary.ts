import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Writes bytes to the one file of this name in a folder of the test file's own, which is there until its tests are done; the path of it. */
export function temporaryFile(name: string): (bytes: Uint8Array) => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
}
