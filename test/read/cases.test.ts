import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/read/read.js';
import { outcomeOf } from './outcome.js';

/** `NAME.csv`, perhaps with `NAME.options.json`, is read; what comes out, posts or error, is what `NAME.json` says. */
const folder = join(import.meta.dirname, 'cases');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.slice(0, -'.csv'.length));

describe('reading', () => {
  it.each(names)('%s', async (name) => {
    const outcome = await outcomeOf(join(folder, `${name}.csv`), optionsOf(name));
    await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(join(folder, `${name}.json`));
  });
});

function optionsOf(name: string): ReadOptions {
  const file = join(folder, `${name}.options.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
