import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASES, dumpOf } from '../fixture-cases.js';
import { misquoted, quotationsOf } from './check-dump.js';

const SHARED = path.join(import.meta.dirname, '../../../shared/data');
const FOLDERS = ['labelled', 'stress', 'sincere']
  .map((name) => path.join(SHARED, name))
  .filter((each) => existsSync(each));
const DUMPS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !/\.(?:labels|kinds)\.csv$/u.test(name))
    .map((name) => path.join(folder, name)),
);

describe('every quotation of every output', { timeout: 900_000 }, () => {
  it.each([...CASES.map(dumpOf), ...DUMPS])('is of a post of the account that it is ascribed to: %s', async (file) => {
    const all = await quotationsOf(file, 10);
    const wrong = misquoted(all);
    process.stderr.write(`${path.basename(file)}: ${all.length} quotations, ${wrong.length} misquoted\n`);
    expect(wrong).toEqual([]);
  });
});
