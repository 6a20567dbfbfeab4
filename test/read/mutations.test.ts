import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from './collect.js';
import { readMutations, samples } from './mutations.js';

/** About two of each sample; thousands of them are `mutations.deep.test.ts`. */
const RUNS = 200;

describe('damaged files', () => {
  it('are samples of many kinds', () => {
    expect(samples().size).toBeGreaterThan(50);
    expect(
      [...samples().keys()].filter((name) => /\.(?:gz|zst|bz2|zip|parquet|xlsx|db|sqlite)$/.test(name)).length,
    ).toBeGreaterThanOrEqual(8);
  });

  it.each([...samples().keys()].filter((name) => name.startsWith('packed-cases')))(
    '%s holds the posts of the table that was packed',
    async (name) => {
      const { posts } = await readFile(join(import.meta.dirname, name));
      const { posts: table } = await readFile(join(import.meta.dirname, 'packed-cases/table.csv.gz'));
      expect(posts.length).toBe(60);
      expect(posts).toEqual(table);
    },
  );

  it(`end in a result or in an error that explains: ${RUNS} mutations`, async () => {
    const { read, refused, wrong } = await readMutations(RUNS, 1);
    expect(wrong).toEqual([]);
    expect(read + refused).toBe(RUNS);
    // Neither is the damage so great that nothing is read, nor so small that nothing is refused.
    expect(Math.min(read, refused)).toBeGreaterThan(RUNS / 20);
  });
});
