import { describe } from 'vitest';
import { rewritesAreAccountedFor, samplesAreAccountedFor } from './row-accounting.js';

/** REWRITES=20000 FC_SEED=… looks further. */
const RUNS = Number(process.env['REWRITES'] ?? 100);

describe('the rows of a file are accounted for the same, whoever reads them', () => {
  samplesAreAccountedFor({ thorough: true });
  rewritesAreAccountedFor(RUNS);
});
