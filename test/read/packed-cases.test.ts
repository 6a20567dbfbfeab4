import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.js';

/** One sample by its expected result; that the others hold the same posts is tested beside their mutations. */
it('the packed table is read as table.csv.gz.expected.json says', async () => {
  const path = join(import.meta.dirname, 'packed-cases', 'table.csv.gz');
  await expect(`${JSON.stringify(await outcomeOf(path, {}), null, 2)}\n`).toMatchFileSnapshot(`${path}.expected.json`);
});
