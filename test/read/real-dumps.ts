/** Real samples, which stay where they are: looked for beside the repository, skipped where there are none. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { readFile } from './collect.js';

export const SHARED = join(import.meta.dirname, '../../../shared/data');

/** The tables of a folder of it. */
export function realDumps(folder: string): string[] {
  const path = join(SHARED, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.csv') && !name.endsWith('.labels.csv'))
        .map((name) => join(path, name))
    : [];
}

/** Holds what is read of each file against its rows, counted by another reader. */
export function everyRowIsRead(files: readonly string[]): void {
  it.skipIf(files.length === 0).each(files.length === 0 ? ['none here'] : files)(
    '%s: every row gives a post or a reason',
    async (path) => {
      const { posts, input } = await readFile(path);
      const bytes = readFileSync(path);
      const delimiter = bytes.subarray(0, bytes.indexOf(10)).includes(';') ? ';' : ',';
      const rows: unknown[] = parse(bytes, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
      expect(input.rows).toBe(rows.length - 1);
      expect(input.posts).toBe(posts.length);
      expect(input.posts + Object.values(input.skipped).reduce((sum, count) => sum + count, 0)).toBe(input.rows);
      expect(Object.keys(input.skipped).filter((reason) => reason !== 'duplicate-row')).toEqual([]);
      expect(
        posts.every((post) => post.account.id !== '' && !/e\+/i.test(post.account.id) && !/e\+/i.test(post.id ?? '')),
      ).toBe(true);
    },
  );
}
