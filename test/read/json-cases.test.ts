import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/read/read.js';
import { outcomeOf } from './outcome.js';

/** Each file, perhaps with `FILE.options.json`, is read; what comes out, posts or error, is what `FILE.expected.json` says. */
const folder = join(import.meta.dirname, 'json-cases');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(?:jsonl?|js)$/.test(name) && !/\.(?:expected|options)\.json$/.test(name),
);

describe('reading JSON', () => {
  it.each(files)('%s', async (name) => {
    const path = join(folder, name);
    const outcome = await outcomeOf(path, optionsOf(path));
    await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(`${path}.expected.json`);
  });
});

function optionsOf(path: string): ReadOptions {
  const file = `${path}.options.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
