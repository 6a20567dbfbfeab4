import { describe } from 'vitest';
import { leadsInDumps } from './leads-in-dumps.js';

describe('in a dump of a simulated campaign', () => {
  leadsInDumps([1]);
});
