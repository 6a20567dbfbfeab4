import { describe } from 'vitest';
import { takesNoMoreMemory } from './printing-memory.js';

describe('printing json', () => {
  takesNoMoreMemory('json', 200_000);
});
