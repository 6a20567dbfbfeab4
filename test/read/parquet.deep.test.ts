import { expect, it } from 'vitest';
import { readFile, readText } from './collect.js';
import { csvOf, parquetOf } from './parquet-table.js';
import { temporaryFile } from './temporary.js';

const written = temporaryFile('file.parquet');
const rows = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

it('Parquet gives the same posts as the same table in CSV, over many slices and row groups', async () => {
  const { posts } = await readFile(written(parquetOf(rows(120_000), 70_000)));
  expect(posts).toEqual((await readText(csvOf(rows(120_000)))).posts);
});

it('Parquet is an error wherever it is cut off, at every seventh byte', async () => {
  const bytes = parquetOf(rows(20), 20);
  for (let end = 12; end < bytes.length; end += 7) {
    await expect(readFile(written(bytes.subarray(0, end)))).rejects.toMatchObject({ name: 'TrendAuditError' });
  }
});
