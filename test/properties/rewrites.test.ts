import { describe } from 'vitest';
import { rewrites } from './rewrites.js';

describe('a dump that was written again', () => {
  rewrites(30);
});
