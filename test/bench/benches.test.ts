import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const BENCHES = readdirSync('bench').filter(
  (name) => name.endsWith('.js') && /^export (?:async )?function run\b/mu.test(readFileSync(`bench/${name}`, 'utf8')),
);

// Benches import the build by path, and no compiler looks at them.
describe('each bench', () => {
  it('is found', () => {
    expect(BENCHES).toContain('ratio.js');
    expect(BENCHES.length).toBeGreaterThan(10);
  });

  it.each(BENCHES)('%s finds everything that it imports', async (name) => {
    const bench: unknown = await import(/* @vite-ignore */ `../../bench/${name}`);
    expect(bench).toHaveProperty('run', expect.any(Function));
  });
});
