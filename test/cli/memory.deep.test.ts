import { describe } from 'vitest';
import { takesNoMoreMemory } from './printing-memory.js';

describe.each([
  ['json', 400_000],
  ['jsonl', 400_000],
])('printing %s', (format, accounts) => {
  takesNoMoreMemory(format, accounts);
});
