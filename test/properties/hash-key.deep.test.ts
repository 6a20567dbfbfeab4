import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CASES, dumpOf } from '../fixture-cases.js';
import { underEachKey } from './under-keys.js';

const SAMPLES = path.join(import.meta.dirname, '../read/cases');

it('no key of the hash changes what is printed of any sample', { timeout: 600_000 }, async () => {
  let read = 0;
  for (const name of readdirSync(SAMPLES).filter((each) => /\.(?:csv|tsv)$/.test(each))) {
    const printed = await underEachKey(path.join(SAMPLES, name));
    if (!printed) continue;
    read++;
    expect([name, printed.size]).toEqual([name, 1]);
  }
  expect(read).toBeGreaterThan(40);
});

it.each(CASES)('no key of the hash changes what is printed of %s', { timeout: 600_000 }, async (name) => {
  expect((await underEachKey(dumpOf(name)))?.size).toBe(1);
});
