import { describe } from 'vitest';
import { rewrites } from './rewrites.js';

/** REWRITES=20000 FC_SEED=… looks further. */
const RUNS = Number(process.env['REWRITES'] ?? 1000);

describe('one of many dumps that were written again', { timeout: Math.max(300_000, RUNS * 1000) }, () => {
  rewrites(RUNS);
});
