import { describe, expect, it } from 'vitest';
import { readMutations, samples } from './mutations.js';

const RUNS = Number(process.env['MUTATIONS'] ?? 2000);

describe('damaged files', () => {
  it('are samples of many kinds', () => {
    expect(samples().size).toBeGreaterThan(50);
  });

  it(`end in a result or in an error that explains: ${RUNS} mutations`, { timeout: Math.max(120_000, RUNS * 50) }, async () => {
    const { read, refused, wrong } = await readMutations(RUNS, Number(process.env['SEED'] ?? 1));
    expect(wrong).toEqual([]);
    expect(read + refused).toBe(RUNS);
    // Neither is the damage so great that nothing is read, nor so small that nothing is refused.
    expect(Math.min(read, refused)).toBeGreaterThan(RUNS / 20);
  });
});
