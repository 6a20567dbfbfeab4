import { describe } from 'vitest';
import { everyRowIsRead, realDumps } from './real-dumps.js';

describe('all real dumps (../shared/data)', () => {
  everyRowIsRead([...realDumps('formats'), ...realDumps('labelled')]);
});
