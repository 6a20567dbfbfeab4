import { describe, expect, it } from 'vitest';
import { readBytes, readFile, readText } from './collect.js';
import { csvOf, parquetOf } from './parquet-table.js';
import { temporaryFile } from './temporary.js';

/** More than are decoded at a time, and than stand in the first group. */
const MANY = 51_000;
const GROUP = 50_500;
const index = Array.from({ length: MANY }, (_, at) => at);

const written = temporaryFile('file.parquet');

describe('Parquet', () => {
  it('gives the same posts as the same table in CSV, over slices and row groups', async () => {
    const plain = await readText(csvOf(index));
    const bytes = parquetOf(index, GROUP);
    const { posts, input } = await readFile(written(bytes));
    expect(posts.length).toBe(MANY);
    expect(posts[MANY - 1]).toEqual(plain.posts[MANY - 1]);
    expect(posts).toEqual(plain.posts);
    expect(input).toMatchObject({ format: 'information-operations', bytes: bytes.length });
  });

  it('is an error wherever it is cut off, and from a pipe', async () => {
    const bytes = parquetOf(index.slice(0, 20), GROUP);
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'not-readable' });
    for (let end = 12; end < bytes.length; end += 131) {
      await expect(readFile(written(bytes.subarray(0, end)))).rejects.toMatchObject({ name: 'TrendAuditError' });
    }
  });

  it('is stopped at --max-bytes', async () => {
    await expect(readFile(written(parquetOf(index.slice(0, 1000), GROUP)), { maxBytes: 10_000 })).rejects.toMatchObject(
      { code: 'too-large' },
    );
  });
});
