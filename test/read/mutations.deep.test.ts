import { expect, it } from 'vitest';
import { readMutations } from './mutations.js';

/** MUTATIONS=20000 SEED=… looks further, FROM=… at those after so many, ONLY=… at samples of such names. */
const RUNS = Number(process.env['MUTATIONS'] ?? 2000);
const FROM = Number(process.env['FROM'] ?? 0);
const ONLY = new RegExp(process.env['ONLY'] ?? '', 'u');

it(
  `damaged files end in a result or in an error that explains: ${RUNS} mutations`,
  { timeout: Math.max(300_000, RUNS * 50) },
  async () => {
    const { read, refused, wrong } = await readMutations(RUNS, Number(process.env['SEED'] ?? 1), FROM, ONLY);
    expect(wrong).toEqual([]);
    expect(read + refused).toBe(RUNS);
    // Neither is the damage so great that nothing is read, nor so small that nothing is refused; of formats with sums little is read.
    expect(Math.min(read, refused)).toBeGreaterThan(process.env['ONLY'] === undefined ? RUNS / 20 : 0);
  },
);
