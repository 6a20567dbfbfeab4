import { describe } from 'vitest';
import { noSingleNumberSeparates } from './separation.js';

describe('no single number separates the sides, with many seeds', () => {
  noSingleNumberSeparates([1, 2, 3, 4, 5]);
});
