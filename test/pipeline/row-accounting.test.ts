import { describe } from 'vitest';
import { oddRowsAreAccountedFor, rewritesAreAccountedFor, samplesAreAccountedFor } from './row-accounting.js';

describe('the rows of a file are accounted for the same, whoever reads them', () => {
  samplesAreAccountedFor({ thorough: false });
  rewritesAreAccountedFor(12);
  oddRowsAreAccountedFor();
});
