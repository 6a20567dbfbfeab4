/** Faults that are there to be found: what fuzzing misses here it would miss elsewhere. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../target.js';

export const planted: Target = {
  seeds: () => [Buffer.from('a'), Buffer.from('tmp'), Buffer.from('late')],
  words: [['bang', '!', 'f', 'u', 'z']],
  share: 0,
  changes: 20,
  longest: 64,
  run: (bytes) => {
    const text = bytes.toString('latin1');
    // Letter by letter, so that only who sees how far an input came gets to the end.
    if (text.startsWith('f'))
      if (text[1] === 'u') if (text[2] === 'z') if (text[3] === 'z') throw new TypeError('fuzz');
    if (text === 'tmp!') mkdtempSync(join(tmpdir(), 'left-'));
    if (text === 'latebang') void Promise.reject(new RangeError('late'));
    if (text === 'hangbang') for (;;);
  },
};
