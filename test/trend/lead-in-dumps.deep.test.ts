import { describe } from 'vitest';
import { leadsInDumps } from './leads-in-dumps.js';

describe('in dumps of simulated campaigns', () => {
  leadsInDumps([1, 2, 3]);
});
