import { describe } from 'vitest';
import { leadsByChance, leadsInSimulations } from './simulated-leads.js';

describe('on many simulated campaigns', () => {
  leadsInSimulations([1, 2, 3, 4, 5, 6, 7, 8]);
});

describe('where neither side knows of the other, over many pairs', () => {
  // Were it 8%, 27 or more would come in 5 of 1000 runs.
  leadsByChance(200, 26);
});
