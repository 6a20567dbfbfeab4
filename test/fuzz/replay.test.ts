import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TARGETS } from './targets/index.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function filesOf(kind: 'corpus' | 'found', target: string): string[] {
  const place = join(import.meta.dirname, kind, target);
  return existsSync(place)
    ? readdirSync(place)
        .sort()
        .map((name) => join(place, name))
    : [];
}

describe.each([...TARGETS].filter(([, { share }]) => share > 0))('what was fuzzed of the %s', (name, target) => {
  it('has a corpus, of inputs that are short', () => {
    const sizes = filesOf('corpus', name).map((file) => readFileSync(file).length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
  });

  it('holds for all of the corpus', async () => {
    for (const file of filesOf('corpus', name)) expect(await replay(file)).toBe('');
  });

  it.each(filesOf('found', name))('holds for what was a fault: %s', async (file) => {
    expect(await replay(file)).toBe('');
  });

  /** What does not hold, if anything. */
  async function replay(file: string): Promise<string> {
    try {
      await target.run(readFileSync(file), join(folder, 'scratch'));
      return '';
    } catch (error) {
      return `${file}: ${error instanceof Error ? error.stack : String(error)}`;
    }
  }
});
