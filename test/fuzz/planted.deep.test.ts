import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('fuzzing finds faults that were planted, and what each needs at the least', () => {
  execFileSync('npx', ['tsc', '-p', 'test/fuzz/tsconfig.json', '--noCheck']);
  const found = mkdtempSync(join(tmpdir(), 'trend-audit-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['.fuzz/js/test/fuzz/run.js', '--target', 'planted', '--seconds', '250', '--runs', '10000', '--found', found],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^planted: .*, 3 faults\n$/u);
  expect(status).toBe(1);
  const inputs = readdirSync(resolve(found, 'planted')).map((name) =>
    readFileSync(join(found, 'planted', name), 'utf8'),
  );
  expect(inputs.sort()).toEqual(['fuzz', 'latebang', 'tmp!']);
  for (const says of ['TypeError: fuzz', 'nobody is told: RangeError: late', 'leaves temporary files: left-'])
    expect(stderr).toContain(says);
  rmSync(found, { recursive: true });
});
